package terraform

import (
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// workspace is the value of terraform.workspace, and whether anybody chose it.
type workspace struct {
	name   string
	chosen bool
}

const (
	chooseWorkspace = "set TF_WORKSPACE to the one to judge"
	// assumedWorkspace is said of roots that look at a workspace nobody chose. Where their
	// configuration is written for others, most of it may be missing in this one.
	assumedWorkspace = "terraform.workspace is read and no workspace is chosen: it is taken to be default, as Terraform takes it, and what default has none of may be there; " + chooseWorkspace
)

// workspace is terraform.workspace, chosen as Terraform chooses it.
func (j *job) workspace(abs string) workspace {
	if j.opts.Getenv != nil {
		if name := j.opts.Getenv("TF_WORKSPACE"); name != "" {
			return workspace{name, true}
		}
	}
	if src, err := readConfig(filepath.Join(abs, ".terraform", "environment")); err == nil {
		if name := strings.TrimSpace(string(src)); name != "" {
			return workspace{name, true}
		}
	}
	return workspace{name: "default"}
}

// workspaceName reads terraform.workspace, and notes that it was read where nobody chose it.
func (r *root) workspaceName() cty.Value {
	if !r.workspace.chosen && !r.assumed {
		r.assumed = true
		r.notes = append(r.notes, assumedWorkspace)
	}
	return cty.StringVal(r.workspace.name)
}

// causeOfWorkspace explains an expression that cannot be evaluated in a workspace which
// nobody chose: it may look up, for example, what a map has for other workspaces alone.
func (s *scope) causeOfWorkspace(e hclsyntax.Expression, d *hcl.Diagnostic) (resource.Cause, bool) {
	if !s.in.root.assumed || !s.in.leans(e) {
		return resource.Cause{}, false
	}
	return resource.Cause{
		Kind: resource.NotGiven, What: "terraform.workspace", Why: "no workspace is chosen, and in default this fails: " + lowerFirst(d.Summary), Settle: chooseWorkspace,
	}, true
}

// causeOfNone explains why it is open whether there is an instance of a block that has none in a
// workspace which nobody chose: it may be written for the others, and then nobody judged it.
func (s *scope) causeOfNone(a argument) (resource.Cause, bool) {
	if !s.in.root.assumed || !s.in.leans(a.expr) {
		return resource.Cause{}, false
	}
	return resource.Cause{
		Kind: resource.NotGiven, What: "terraform.workspace", Why: "no workspace is chosen, and there is none in default", Settle: chooseWorkspace,
	}.At(a.rng), true
}

// valueName is a local value or variable of a module instance.
type valueName struct {
	in         *instance
	kind, name string
}

// leans tells whether an expression depends on terraform.workspace, through local values
// and the arguments of module calls.
func (in *instance) leans(e hclsyntax.Expression) bool {
	found := false
	_ = hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		var t hcl.Traversal
		switch n := n.(type) {
		case *reference:
			t = n.Traversal
		case *hclsyntax.ScopeTraversalExpr:
			t = n.Traversal
		}
		if !found && len(t) > 1 {
			found = in.leansOn(valueName{in, t.RootName(), attrName(t[1])})
		}
		return nil
	})
	return found
}

// leansOn is remembered, so that each value is looked at once, also in a circle.
func (in *instance) leansOn(of valueName) bool {
	r := in.root
	if known, ok := r.leaning[of]; ok || r.depth >= maxDepth {
		return known
	}
	r.depth++
	defer func() { r.depth-- }()
	if r.leaning == nil {
		r.leaning = map[valueName]bool{}
	}
	r.leaning[of] = false
	leaning := false
	switch of.kind {
	case "terraform":
		leaning = of.name == "workspace"
	case "local":
		if a, ok := in.mod.locals[of.name]; ok {
			leaning = in.leans(a.expr)
		}
	case "var":
		if in.args == nil {
			break
		}
		if a, ok := in.args.body.attr(of.name); ok {
			leaning = in.args.scope.in.leans(a.expr)
		}
	}
	r.leaning[of] = leaning
	return leaning
}
