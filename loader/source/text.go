package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"recital/loader/parse"
)

// readText reads plain text. Valid UTF-8 is kept byte for byte, its byte-order mark too, so that offsets are those of the
// file; UTF-16 and Windows-1252 are decoded, and offsets are those of the decoded text.
func readText(data []byte) (parse.Raw, error) {
	text, err := decode(data)
	return parse.Raw{Text: text}, err
}

func decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], binary.LittleEndian), nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], binary.BigEndian), nil
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		if order := guessUTF16(data); order != nil {
			return decodeUTF16(data, order), nil
		}
		return "", &fault{fmt.Sprintf("byte %d", at), "binary, not text"}
	}
	if at := controls(data); at >= 0 {
		return "", &fault{fmt.Sprintf("byte %d", at), "binary, not text"}
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	return decodeBroken(data)
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// guessUTF16 tells UTF-16 without a byte-order mark by its zero bytes: Latin text has one in every other place.
func guessUTF16(data []byte) binary.ByteOrder {
	var zeros [2]int
	n := min(len(data), 1024)
	for i, b := range data[:n] {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[1] > n/4 && zeros[0] < n/50:
		return binary.LittleEndian
	case zeros[0] > n/4 && zeros[1] < n/50:
		return binary.BigEndian
	}
	return nil
}

// controls returns where control characters, which no text has, become too many; -1 where they do not.
func controls(data []byte) int {
	count := 0
	for i, b := range data[:min(len(data), 1<<16)] {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' && b != 0x1b {
			count++
			if count > 8 && count > i/100 {
				return i
			}
		}
	}
	return -1
}

// decodeBroken reads bytes that are not valid UTF-8: Windows-1252, as old Word and web exports have it, or UTF-8 with some damaged
// characters, which become U+FFFD one by one.
func decodeBroken(data []byte) (string, error) {
	good, bad, first := 0, 0, -1
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
			if first < 0 {
				first = i
			}
		} else {
			good++
		}
		i += n
	}
	if bad > len(data)/4 {
		return "", &fault{fmt.Sprintf("byte %d", first), "neither UTF-8 nor Windows-1252 text"}
	}
	if good > bad {
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", &fault{fmt.Sprintf("byte %d", first), "neither UTF-8 nor Windows-1252 text"}
	}
	return string(text), nil
}
