package neo4jtest

import (
	"fmt"
	"syscall"
)

// Pause stops the server from running without ending it: it answers nothing and closes nothing, like a machine that hangs.
func (s *Server) Pause() error { return s.signal(syscall.SIGSTOP) }

// Resume lets a paused server run on.
func (s *Server) Resume() error { return s.signal(syscall.SIGCONT) }

func (s *Server) signal(signal syscall.Signal) error {
	if err := s.command.Process.Signal(signal); err != nil {
		return fmt.Errorf("signal %v to the server: %w", signal, err)
	}
	return nil
}
