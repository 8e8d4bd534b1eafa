package source

import "fmt"

// Item is one file as it was found, before it is read.
type Item struct {
	// Name is the path as it was given, or under which the walk found it; a member of an archive follows the archive's
	// name and an exclamation mark: "texts/ga.tar.gz!ga/A_RES_217(III).txt". A fetched document has its address.
	Name string
	Data []byte
}

// Refusal says why a file, or a member of an archive, was not read. It is an error; the walk goes on after it.
type Refusal struct {
	File   string // as Item.Name
	Place  string // "line 12", "byte 4096", "member word/document.xml"; empty where it is the file as a whole
	Reason string // in a few words
}

// Error says it in one sentence.
func (r *Refusal) Error() string {
	if r.Place == "" {
		return fmt.Sprintf("%s: %s", r.File, r.Reason)
	}
	return fmt.Sprintf("%s: %s: %s", r.File, r.Place, r.Reason)
}

// Limits of a walk where Options say nothing: far above any document the United Nations publish, far below what hurts.
const (
	defaultFileSize     = 64 << 20
	defaultArchiveSize  = 4 << 30
	defaultArchiveRatio = 200 // resolutions compress 4:1, their markup 15:1; a bomb 1000:1
	defaultMembers      = 1_000_000
	defaultNesting      = 2 // an archive in an archive, no deeper
)

// Options bound what a walk reads. The zero value has the defaults.
type Options struct {
	// FileSize is the most bytes of one file or member, unpacked. Default 64 MiB.
	FileSize int64
	// ArchiveSize is the most bytes of all members of one archive, unpacked. Default 4 GiB.
	ArchiveSize int64
	// ArchiveRatio is the most bytes unpacked for a byte packed, over one archive. Default 200.
	ArchiveRatio int64
	// Members is the most members of one archive. Default 1,000,000.
	Members int
	// Nesting is how deep archives may stand in archives: 1 is none within another. Default 2.
	Nesting int
}

func (o Options) complete() Options {
	if o.FileSize <= 0 {
		o.FileSize = defaultFileSize
	}
	if o.ArchiveSize <= 0 {
		o.ArchiveSize = defaultArchiveSize
	}
	if o.ArchiveRatio <= 0 {
		o.ArchiveRatio = defaultArchiveRatio
	}
	if o.Members <= 0 {
		o.Members = defaultMembers
	}
	if o.Nesting <= 0 {
		o.Nesting = defaultNesting
	}
	return o
}
