package resource

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// ParseJSON is the list or object that a JSON text describes, for attributes that
// hold structure as text, such as container_definitions of aws_ecs_task_definition. The
// error does not quote the text, which may hold secrets.
func ParseJSON(text string) (cty.Value, error) {
	typ, err := ctyjson.ImpliedType([]byte(text))
	if err != nil || !typ.IsTupleType() && !typ.IsObjectType() {
		return cty.NilVal, errors.New("the text is not JSON that describes a list or an object")
	}
	v, err := ctyjson.Unmarshal([]byte(text), typ)
	if err != nil {
		return cty.NilVal, errors.New("the text is not JSON that can be read")
	}
	return v, nil
}
