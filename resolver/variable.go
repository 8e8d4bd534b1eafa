package resolver

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// aboutVariables says in each error which variable it is about and of which type that is: "must be defined" alone tells nobody what. The
// path that the executor gives is none of the answer's.
func aboutVariables(list gqlerror.List, op *ast.OperationDefinition) gqlerror.List {
	for _, err := range list {
		if len(err.Path) < 2 || err.Path[0] != ast.PathName("variable") {
			continue
		}
		name, place := fmt.Sprint(err.Path[1]), err.Path[1:].String()
		err.Path = nil
		err.Message = fmt.Sprintf("variable $%s: %s", place, err.Message)
		if defined := op.VariableDefinitions.ForName(name); defined != nil {
			err.Message += fmt.Sprintf("; $%s is of type %s", name, defined.Type)
			if at := defined.Position; at != nil {
				err.Locations = []gqlerror.Location{{Line: at.Line, Column: at.Column}}
			}
		}
	}
	return list
}
