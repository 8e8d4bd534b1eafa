package resolver

import "net/http"

func (s *server) servesPage(r *http.Request) bool                    { return false }
func (s *server) servePage(w http.ResponseWriter, r *http.Request)   {}
func (s *server) serveExport(w http.ResponseWriter, r *http.Request) {}
