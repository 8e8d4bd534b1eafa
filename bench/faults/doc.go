// Package faults asks the API mixed questions at full load while its Neo4j is paused, killed and started again, three times each:
//
//	go test ./bench/faults -length 30m -recovery 5s -timeout 60m -v
//
// It has no code but the test. Every answer is compared with that of the embedded store: no answer may be wrong, what cannot be answered
// must be an error with a code, right answers must come again soon (-recovery), and nothing may be left behind: no goroutine, no memory.
// Without -length it is as short as it can be. A fault ends, and recovery begins, when a paused server runs on, and when one that was started
// again takes Bolt connections: that it must still compile itself and every statement is part of the recovery.
package faults
