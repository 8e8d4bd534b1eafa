package transport

import (
	"mime"
	"strconv"
	"strings"
)

// Media is a media type of answers.
type Media string

// Media types of answers. They differ in the status of requests that are refused before execution: see [Media.Status].
const (
	JSON     Media = "application/json"
	Response Media = "application/graphql-response+json"
	HTML     Media = "text/html"
)

// Negotiate picks the media type for an Accept header: the one the client wants most, JSON where it says nothing or all the same.
func Negotiate(accept string) (Media, bool) {
	if strings.TrimSpace(accept) == "" {
		return JSON, true
	}
	var best Media
	bestQuality, bestExact := 0.0, false
	for _, part := range strings.Split(accept, ",") {
		name, parameters, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		media, exact := offered(name)
		if charset := parameters["charset"]; media == "" || charset != "" && !strings.EqualFold(charset, "utf-8") {
			continue
		}
		quality := 1.0
		if q, err := strconv.ParseFloat(parameters["q"], 64); err == nil {
			quality = q
		}
		if quality > bestQuality || quality == bestQuality && quality > 0 && exact && (!bestExact || media == Response) {
			best, bestQuality, bestExact = media, quality, exact
		}
	}
	return best, best != ""
}

// offered is what we send for a media range, and whether the range names it.
func offered(name string) (Media, bool) {
	switch name {
	case string(JSON), string(Response):
		return Media(name), true
	case "*/*", "application/*":
		return JSON, false
	default:
		return "", false
	}
}

// PrefersHTML reports whether an Accept header is a browser's that wants a page.
func PrefersHTML(accept string) bool {
	html := strings.Index(accept, string(HTML))
	if html < 0 {
		return false
	}
	for _, media := range []Media{JSON, Response} {
		if at := strings.Index(accept, string(media)); at >= 0 && at < html {
			return false
		}
	}
	return true
}
