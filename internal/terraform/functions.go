package terraform

import (
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func newFunctions(*instance) map[string]function.Function {
	return map[string]function.Function{"try": tryfunc.TryFunc, "can": tryfunc.CanFunc, "jsonencode": stdlib.JSONEncodeFunc, "merge": stdlib.MergeFunc}
}
