package embedded

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"time"

	"recital/graph"
)

// packer writes values one after the other. Words that repeat within a document are written once, in a table in front.
type packer struct {
	body   []byte
	words  map[string]uint64
	table  []string
	floats map[float64]uint64
	values []float64
}

func newPacker() *packer {
	return &packer{words: map[string]uint64{"": 0}, table: []string{""}, floats: map[float64]uint64{0: 0}, values: []float64{0}}
}

func (p *packer) uint(v int)  { p.body = binary.AppendUvarint(p.body, uint64(v)) }
func (p *packer) int(v int64) { p.body = binary.AppendVarint(p.body, v) }

func (p *packer) word(s string) {
	n, found := p.words[s]
	if !found {
		n = uint64(len(p.table))
		p.words[s] = n
		p.table = append(p.table, s)
	}
	p.body = binary.AppendUvarint(p.body, n)
}

func (p *packer) float(f float64) {
	n, found := p.floats[f]
	if !found {
		n = uint64(len(p.values))
		p.floats[f] = n
		p.values = append(p.values, f)
	}
	p.body = binary.AppendUvarint(p.body, n)
}

// date packs a day into one number: nine bits hold the month and the day.
func (p *packer) date(d graph.Date) { p.int(int64(d.Year)<<9 | int64(d.Month)<<5 | int64(d.Day)) }

func packWords[S ~string](p *packer, list []S) {
	p.uint(len(list))
	for _, s := range list {
		p.word(string(s))
	}
}

// bytes returns all that was written: the version, the table's lengths and words, the numbers, the body.
func (p *packer) bytes() []byte {
	b := []byte{formVersion}
	b = binary.AppendUvarint(b, uint64(len(p.table)))
	total := 0
	for _, s := range p.table {
		b = binary.AppendUvarint(b, uint64(len(s)))
		total += len(s)
	}
	b = binary.AppendUvarint(b, uint64(total))
	for _, s := range p.table {
		b = append(b, s...)
	}
	b = binary.AppendUvarint(b, uint64(len(p.values)))
	for _, f := range p.values {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(f))
	}
	return append(b, p.body...)
}

// formVersion is the version of the packed form of a document; schemaVersion changes with it.
const formVersion = 1

// unpacker reads what a packer wrote. After a fault all that is read is zero; err tells.
type unpacker struct {
	rest   string
	words  string   // of the table, one after the other
	ends   []uint32 // where each of them ends
	values string   // the numbers that may have a fraction, as they are packed
	bad    bool
}

// unpack begins to read. What is read are parts of b, which stays in memory as long as one of them does.
func unpack(b string) unpacker {
	u := unpacker{rest: b}
	if b == "" || b[0] != formVersion {
		u.bad = true
		return u
	}
	u.rest = b[1:]
	u.ends = make([]uint32, u.count())
	end := 0
	for i := range u.ends {
		end = min(end+min(u.uint(), len(b)), len(b)+1) // more than there is, where it does not fit
		u.ends[i] = uint32(end)
	}
	u.words = u.take(u.uint())
	if end > len(u.words) {
		u.bad, u.ends = true, nil
		return u
	}
	u.values = u.take(u.count() * floatBytes)
	return u
}

// floatBytes is the length of a packed number that may have a fraction.
const floatBytes = 8

// unpackCopy is unpack for what is kept longer than b: words are parts of a copy of the table alone.
func unpackCopy(b string) unpacker {
	u := unpack(b)
	u.words = strings.Clone(u.words)
	return u
}

func (u *unpacker) uint() int {
	if len(u.rest) > 0 && u.rest[0] < moreBytes { // as nearly all are
		v := u.rest[0]
		u.rest = u.rest[1:]
		return int(v)
	}
	return u.longUint()
}

// moreBytes is set in each byte of a number but its last.
const moreBytes = 0x80

func (u *unpacker) longUint() int {
	v := u.varint()
	if v > math.MaxInt64 {
		u.bad, u.rest = true, ""
		return 0
	}
	return int(v)
}

// varint reads a number of several bytes, as binary.Uvarint does.
func (u *unpacker) varint() uint64 {
	var v uint64
	for i := range min(len(u.rest), binary.MaxVarintLen64) {
		b := u.rest[i]
		if b < moreBytes {
			u.rest = u.rest[i+1:]
			if i == binary.MaxVarintLen64-1 && b > 1 {
				break // more than 64 bits
			}
			return v | uint64(b)<<(7*i)
		}
		v |= uint64(b&^moreBytes) << (7 * i)
	}
	u.bad, u.rest = true, ""
	return 0
}

// count reads the length of a list; each entry takes a byte at least.
func (u *unpacker) count() int {
	n := u.uint()
	if n > len(u.rest) {
		u.bad, u.rest = true, ""
		return 0
	}
	return n
}

func (u *unpacker) int() int64 {
	if len(u.rest) > 0 && u.rest[0] < moreBytes {
		v := u.rest[0] // its lowest bit is the sign
		u.rest = u.rest[1:]
		return int64(v>>1) ^ -int64(v&1)
	}
	v := u.varint()
	return int64(v>>1) ^ -int64(v&1)
}

func (u *unpacker) take(n int) string {
	if n > len(u.rest) {
		u.bad, u.rest = true, ""
		return ""
	}
	s := u.rest[:n]
	u.rest = u.rest[n:]
	return s
}

func (u *unpacker) word() string { return u.wordAt(u.uint()) }

// wordAt is the word with a number.
func (u *unpacker) wordAt(n int) string {
	if n >= len(u.ends) {
		u.bad = true
		return ""
	}
	from := uint32(0)
	if n > 0 {
		from = u.ends[n-1]
	}
	return u.words[from:u.ends[n]]
}

func (u *unpacker) float() float64 {
	n := u.uint()
	if n >= len(u.values)/floatBytes {
		u.bad = true
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(u.values[n*floatBytes : (n+1)*floatBytes])))
}

func (u *unpacker) date() graph.Date {
	v := u.int()
	return graph.Date{Year: int(v >> 9), Month: time.Month(v >> 5 & 0xf), Day: int(v & 0x1f)}
}

func unpackWords[S ~string](u *unpacker) []S {
	n := u.count()
	if n == 0 {
		return nil
	}
	list := make([]S, n)
	for i := range list {
		list[i] = S(u.word())
	}
	return list
}

func (u *unpacker) err() error {
	if u.bad || len(u.rest) > 0 {
		return fmt.Errorf("packed document: %w", graph.ErrCorrupt)
	}
	return nil
}
