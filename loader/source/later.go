package source

import "recital/loader/parse"

func readDOCX(data []byte) (parse.Raw, error) { return parse.Raw{}, &fault{"", "DOCX"} }
func readHTML(data []byte) (parse.Raw, error) { return parse.Raw{}, &fault{"", "HTML"} }
