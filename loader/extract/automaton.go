package extract

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// trie is the phrases as they are added: a node for each beginning that some share. Node 0 is none.
type trie struct {
	first []int32 // by word id: the node after that word, 0 for none
	edges edgeTable
	found [][]sense // by node
}

func newTrie() trie { return trie{found: make([][]sense, 1)} }

// step returns the node that a word leads to, new where there is none.
func (t *trie) step(node int32, id wordID) int32 {
	if node == 0 {
		for len(t.first) <= int(id) {
			t.first = append(t.first, 0)
		}
		if t.first[id] == 0 {
			t.first[id] = t.grow()
		}
		return t.first[id]
	}
	next := t.edges.get(node, id)
	if next == 0 {
		next = t.grow()
		t.edges.put(node, id, next)
	}
	return next
}

func (t *trie) grow() int32 {
	t.found = append(t.found, nil)
	return int32(len(t.found) - 1)
}

// mean gives the phrase that ends at the node a sense.
func (t *trie) mean(node int32, s sense) { t.found[node] = append(t.found[node], s) }

// smalls reports of each node whether a phrase through it begins without a capital.
func (t *trie) smalls() []bool {
	small := make([]bool, len(t.found))
	for node, senses := range t.found {
		for _, s := range senses {
			small[node] = small[node] || s.capitals&1 == 0
		}
	}
	edges := t.edges.sorted()
	for _, e := range slices.Backward(edges) { // a node's children have higher numbers
		small[e.from()] = small[e.from()] || small[e.node]
	}
	return small
}

// edgesOf returns those of the sorted edges that leave the node.
func edgesOf(edges []edge, node int32) []edge {
	place := func(node int32) int {
		at, _ := slices.BinarySearchFunc(edges, edgeKey(node, 0), func(e edge, key uint32) int { return cmp.Compare(e.key, key) })
		return at
	}
	return edges[place(node):place(node+1)]
}

// merged returns the automaton of the phrases: nodes from which the same words lead to the same senses become one state. The phrases
// that a pattern stands for differ at their beginnings; their ends are kept once, and the table stays small enough to be near.
func (t *trie) merged() automaton {
	a := automaton{starts: make([]int32, len(t.first)), ends: []int32{0, 0}}
	states := make([]int32, len(t.found)) // by node
	known := make(map[string]int32)
	edges := t.edges.sorted()
	var signature []byte
	for node := len(t.found) - 1; node > 0; node-- { // a node's children have higher numbers
		after := edgesOf(edges, int32(node))
		signature = signature[:0]
		for _, s := range t.found[node] {
			signature = s.append(signature)
		}
		signature = append(signature, '/')
		for _, e := range after {
			signature = binary.LittleEndian.AppendUint16(signature, uint16(e.word()))
			signature = binary.LittleEndian.AppendUint32(signature, uint32(states[e.node]))
		}
		state, ok := known[string(signature)]
		if !ok {
			state = int32(len(a.ends) - 1)
			known[string(signature)] = state
			a.senses = append(a.senses, t.found[node]...)
			a.ends = append(a.ends, int32(len(a.senses)))
			for _, e := range after {
				a.edges.put(state, e.word(), states[e.node])
			}
		}
		states[node] = state
	}
	for id, node := range t.first {
		a.starts[id] = states[node]
	}
	return a.ranked()
}

// ranked returns the automaton with its states in three ranks, so that the number of a state says what there is to look up: those that end no phrase,
// those that do and lead on, those that lead nowhere.
func (a *automaton) ranked() automaton {
	edges := a.edges.sorted()
	rank := make([]uint8, len(a.ends)-1)
	for state := range rank {
		if len(a.sensesOf(int32(state))) > 0 {
			rank[state] = 2
		}
	}
	for _, e := range edges {
		if from := e.from(); rank[from] == 2 {
			rank[from] = 1
		}
	}
	out := automaton{starts: a.starts, ends: []int32{0, 0}}
	place := make([]int32, len(rank))
	for r, first := range []*int32{new(int32), &out.accepting, &out.leaves} {
		*first = int32(len(out.ends) - 1)
		for state := 1; state < len(rank); state++ {
			if int(rank[state]) == r {
				place[state] = int32(len(out.ends) - 1)
				out.senses = append(out.senses, a.sensesOf(int32(state))...)
				out.ends = append(out.ends, int32(len(out.senses)))
			}
		}
	}
	out.branches = make([]branch, len(rank))
	for i, e := range edges { // sorted: those of a state stand together
		if i > 0 && edges[i-1].from() == e.from() || i+1 < len(edges) && edges[i+1].from() == e.from() {
			out.branches[place[e.from()]].many = true
			out.edges.put(place[e.from()], e.word(), place[e.node])
			continue
		}
		out.branches[place[e.from()]] = branch{word: e.word(), state: place[e.node]}
	}
	for id, state := range a.starts {
		out.starts[id] = place[state]
	}
	return out
}

// automaton is the phrases as they are read: states, of which 0 is none, and the words that lead from one to the next.
type automaton struct {
	starts   []int32  // by word id: the state after that word, 0 where no phrase begins with it
	branches []branch // by state
	edges    edgeTable
	senses   []sense // of all states, one after the other
	ends     []int32 // by state: where its senses end and those of the next begin
	// The first state that ends a phrase, and the first that does and leads nowhere: all after them are such.
	accepting, leaves int32
}

// branch is what leads from a state: nearly always one word, else many, which the table has.
type branch struct {
	word  wordID
	many  bool
	state int32
}

// begin returns the state after a first word, 0 where no phrase begins with it.
func (a *automaton) begin(id wordID) int32 {
	if int(id) < len(a.starts) {
		return a.starts[id]
	}
	return 0
}

// next returns the state that a word leads to, 0 where no phrase goes on with it.
func (a *automaton) next(state int32, id wordID) int32 {
	b := a.branches[state]
	if b.many {
		return a.edges.get(state, id)
	}
	if b.word == id {
		return b.state
	}
	return 0
}

// sensesOf returns what the phrases that end in the state mean.
func (a *automaton) sensesOf(state int32) []sense { return a.senses[a.ends[state]:a.ends[state+1]] }

// edgeTable maps a node, or state, and a word to the next node, by open addressing: the look-ups of most words of every text go
// through it.
type edgeTable struct {
	slots []edge
	count int
}

// edge leads from a node by a word to the next node; node 0 marks a free slot.
type edge struct {
	key  uint32
	node int32
}

// wordBits is the part of an edge's key that is the word's id: more words than the vocabulary has. The rest is the node.
const wordBits = 14

func edgeKey(node int32, id wordID) uint32 { return uint32(node)<<wordBits | uint32(id) }

func (e edge) from() int32 { return int32(e.key >> wordBits) }

func (e edge) word() wordID { return wordID(e.key & (1<<wordBits - 1)) }

// slot returns where the search for a key begins.
func (t *edgeTable) slot(key uint32) int {
	return int(key*0x9E3779B1>>8) & (len(t.slots) - 1) // Fibonacci hashing
}

// get returns the next node, 0 for none.
func (t *edgeTable) get(node int32, id wordID) int32 {
	if t.count == 0 {
		return 0
	}
	key := edgeKey(node, id)
	for at := t.slot(key); ; at = (at + 1) & (len(t.slots) - 1) {
		if e := t.slots[at]; e.node == 0 || e.key == key {
			return e.node
		}
	}
}

// put adds an edge that is not there yet; the table stays at most half full.
func (t *edgeTable) put(node int32, id wordID, next int32) {
	if node >= 1<<(32-wordBits) || id >= 1<<wordBits {
		panic("extract: more phrases or words than an edge's key has room for")
	}
	if 2*t.count >= len(t.slots) {
		old := t.slots
		t.slots = make([]edge, max(64, 2*len(old)))
		for _, e := range old {
			if e.node != 0 {
				t.place(e)
			}
		}
	}
	t.place(edge{edgeKey(node, id), next})
	t.count++
}

func (t *edgeTable) place(e edge) {
	at := t.slot(e.key)
	for t.slots[at].node != 0 {
		at = (at + 1) & (len(t.slots) - 1)
	}
	t.slots[at] = e
}

// sorted returns the edges by node, then word.
func (t *edgeTable) sorted() []edge {
	all := make([]edge, 0, t.count)
	for _, e := range t.slots {
		if e.node != 0 {
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(a, b edge) int { return cmp.Compare(a.key, b.key) })
	return all
}
