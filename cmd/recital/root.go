package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// Exit statuses.
const (
	statusDone    = 0
	statusFailed  = 1
	statusUsage   = 2
	statusRefused = 3 // done, but some documents were refused
)

// errRefused ends a command that did its work, but for some documents.
var errRefused = errors.New("some documents were refused")

// usageError is a command line that cannot be followed.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// run runs one command line and returns the exit status.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.ExecuteContext(ctx)
	var usage *usageError
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errRefused):
		return statusRefused
	case errors.As(err, &usage):
		a.complain("recital: %v\nSee `recital help`.\n", err)
		return statusUsage
	default:
		a.complain("recital: %v\n", explain(err))
		return statusFailed
	}
}

// batchGC is how far the heap may grow between collections, in percent, while a command reads many texts: a fifth less processor time
// for a peak that stays far under a gigabyte.
const batchGC = 300

// forThroughput sets the collector for a command that reads many texts, where the user has not.
func (a *app) forThroughput() {
	if a.getenv("GOGC") == "" {
		debug.SetGCPercent(batchGC)
	}
}

// complain writes to standard error; where that is closed nobody is left to tell.
func (a *app) complain(format string, args ...any) {
	if _, err := fmt.Fprintf(a.stderr, format, args...); err != nil {
		return
	}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "recital COMMAND",
		Short:         "Follow what resolutions of the United Nations rest on",
		Long:          "Recital reads resolutions of the United Nations and tells, paragraph by paragraph, what they cite, in which words.",
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{fmt.Errorf("unknown command %q", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err} })
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		a.serveCommand(), a.loadCommand(), a.extractCommand(), a.showCommand(), a.citesCommand(), a.citedByCommand(),
		a.chainCommand(), a.pathCommand(), a.searchCommand(), a.exportCommand(), a.scoreCommand(), a.packCommand(), a.versionCommand(),
	)
	return root
}

// arguments checks the number of a command's arguments; most 0 is no upper bound.
func arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || (most > 0 && len(args) > most) {
			return &usageError{fmt.Errorf("%s: got %d arguments, want: %s", cmd.Name(), len(args), cmd.UseLine())}
		}
		return nil
	}
}
