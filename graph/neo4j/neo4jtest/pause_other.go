//go:build !linux

package neo4jtest

import "errors"

// Pause is for Linux alone.
func (s *Server) Pause() error { return errors.ErrUnsupported }

// Resume is for Linux alone.
func (s *Server) Resume() error { return errors.ErrUnsupported }
