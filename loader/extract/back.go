package extract

// backKind says how a mention points back.
type backKind uint8

// backAt reads words that point back at word i and returns where to go on.
func (s *scan) backAt(i int) int { return i + 1 }
