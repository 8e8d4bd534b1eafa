package source

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

const (
	// sniffLength is how much of a file tells its format: a tar's magic stands at byte 257.
	sniffLength = 512
	// ratioFloor is how many bytes an archive may give before its ratio is judged: small texts of blanks compress a lot.
	ratioFloor = 8 << 20
)

type archiveFormat int

const (
	noArchive archiveFormat = iota
	zipArchive
	gzipArchive
	tarArchive
)

// archiveKind tells an archive from a document by its first bytes. A Word file is a zip too, and is a document: its name or
// its first member says so.
func archiveKind(head []byte, name string) archiveFormat {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		if strings.EqualFold(path.Ext(name), ".docx") || isOfficeHead(head) {
			return noArchive
		}
		return zipArchive
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return gzipArchive
	case isTar(head):
		return tarArchive
	}
	return noArchive
}

// isOfficeHead looks at the name of the first member: office programs write "[Content_Types].xml" or a folder of theirs first.
func isOfficeHead(head []byte) bool {
	if len(head) < 30 {
		return false
	}
	rest := head[30:]
	for _, first := range []string{"[Content_Types].xml", "_rels/", "word/", "docProps/"} {
		if bytes.HasPrefix(rest, []byte(first)) {
			return true
		}
	}
	return false
}

func isTar(head []byte) bool { return len(head) >= 262 && string(head[257:262]) == "ustar" }

// size is a fixed number of packed bytes, for archives whose packed size is known from the start.
type size int64

func (s size) packedSoFar() int64 { return int64(s) }

// counter counts the packed bytes that were read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *counter) packedSoFar() int64 { return c.n }

// An archive is one that is being read, with what it has given so far.
type archive struct {
	name    string
	depth   int // 1 for an archive that stands in the file system
	members int
	bytes   int64
	packed  interface{ packedSoFar() int64 }
}

// errBomb ends the reading of an archive; its text is the reason.
type errBomb struct{ reason string }

func (e errBomb) Error() string { return e.reason }

// take counts a member and its bytes against the limits of the walk.
func (a *archive) take(o Options, n int64) error {
	a.bytes += n
	switch {
	case a.members > o.Members:
		return errBomb{fmt.Sprintf("archive refused from here on: more than %d members", o.Members)}
	case a.bytes > o.ArchiveSize:
		return errBomb{fmt.Sprintf("archive refused from here on: unpacks to more than %d MB", o.ArchiveSize>>20)}
	case a.bytes > ratioFloor && a.bytes > o.ArchiveRatio*max(1, a.packed.packedSoFar()):
		return errBomb{fmt.Sprintf("archive refused from here on: unpacks to more than %d times its size", o.ArchiveRatio)}
	}
	return nil
}

// read reads one member within the limits. The archive must not be read on after an errBomb.
func (w *walker) read(a *archive, r io.Reader) ([]byte, error) {
	var out bytes.Buffer
	for {
		n, err := io.CopyN(&out, r, 1<<20)
		if bomb := a.take(w.options, n); bomb != nil {
			return nil, bomb
		}
		if int64(out.Len()) > w.options.FileSize {
			return nil, errTooLarge
		}
		if errors.Is(err, io.EOF) {
			return out.Bytes(), nil
		}
		if err != nil {
			return nil, err
		}
	}
}

var errTooLarge = errors.New("too large")

// member reads one member and yields it, or what it holds. over: the archive cannot be read any further.
func (w *walker) member(a *archive, name string, r io.Reader) (more, over bool) {
	if !w.live() {
		return false, true
	}
	full := a.name + "!" + name
	a.members++
	data, err := w.read(a, r)
	var bomb errBomb
	switch {
	case errors.As(err, &bomb):
		return w.refuse(full, "", bomb.reason), true
	case errors.Is(err, errTooLarge):
		return w.refuse(full, "", fmt.Sprintf("too large: at most %d MB are read", w.options.FileSize>>20)), false
	case err != nil:
		return w.refuse(full, fmt.Sprintf("byte %d", len(data)), "damaged archive: "+err.Error()), false
	}
	return w.content(full, data, a.depth), false
}

// content yields a member, or walks it where it is an archive itself.
func (w *walker) content(name string, data []byte, depth int) bool {
	kind := archiveKind(data[:min(len(data), sniffLength)], name)
	if kind != noArchive && depth >= w.options.Nesting {
		return w.refuse(name, "", fmt.Sprintf("an archive within %d others is not opened", depth))
	}
	switch kind {
	case zipArchive:
		return w.zip(name, bytes.NewReader(data), int64(len(data)), depth+1)
	case gzipArchive:
		return w.gzip(name, bytes.NewReader(data), depth+1)
	case tarArchive:
		return w.tar(&archive{name: name, depth: depth + 1, packed: size(len(data))}, bytes.NewReader(data))
	}
	return w.yield(Item{Name: name, Data: data}, nil)
}

func (w *walker) zip(name string, r io.ReaderAt, n int64, depth int) bool {
	z, err := zip.NewReader(r, n)
	if err != nil {
		return w.refuse(name, "", "damaged zip archive: "+err.Error())
	}
	a := &archive{name: name, depth: depth, packed: size(n)}
	files := slices.Clone(z.File)
	slices.SortStableFunc(files, func(x, y *zip.File) int { return strings.Compare(x.Name, y.Name) })
	for _, f := range files {
		if f.FileInfo().IsDir() || hidden(f.Name) {
			continue
		}
		if f.UncompressedSize64 > uint64(w.options.FileSize) {
			if !w.refuse(name+"!"+f.Name, "", tooLarge(int64(f.UncompressedSize64), w.options.FileSize)) {
				return false
			}
			continue
		}
		body, err := f.Open()
		if err != nil {
			if !w.refuse(name+"!"+f.Name, "", "damaged zip archive: "+err.Error()) {
				return false
			}
			continue
		}
		more, over := w.member(a, f.Name, body)
		err = body.Close()
		switch {
		case !more:
			return false
		case over:
			return true
		case err != nil && !w.refuse(name+"!"+f.Name, "", "damaged zip archive: "+err.Error()):
			return false
		}
	}
	return true
}

// gzip walks a packed tar, or yields the one file that is packed.
func (w *walker) gzip(name string, r io.Reader, depth int) bool {
	packed := &counter{r: r}
	g, err := gzip.NewReader(packed)
	if err != nil {
		return w.refuse(name, "", "damaged gzip file: "+err.Error())
	}
	a := &archive{name: name, depth: depth, packed: packed}
	in := bufio.NewReaderSize(g, 1<<16)
	head, err := in.Peek(sniffLength)
	if isTar(head) {
		return w.tar(a, in)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return w.refuse(name, "", "damaged gzip file: "+err.Error())
	}
	more, _ := w.member(a, strings.TrimSuffix(path.Base(strings.ReplaceAll(name, "\\", "/")), ".gz"), in)
	return more
}

func (w *walker) tar(a *archive, r io.Reader) bool {
	t := tar.NewReader(r)
	for {
		header, err := t.Next()
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return w.refuse(a.name, fmt.Sprintf("after %d members", a.members), "damaged archive: "+err.Error())
		}
		if header.Typeflag != tar.TypeReg || hidden(header.Name) {
			continue
		}
		if more, over := w.member(a, header.Name, t); !more || over {
			return more
		}
	}
}

// hidden reports whether any folder or the name itself of a member is passed over.
func hidden(name string) bool {
	for part := range strings.SplitSeq(strings.Trim(name, "/"), "/") {
		if part != "." && part != ".." && passedOver(part) {
			return true
		}
	}
	return false
}
