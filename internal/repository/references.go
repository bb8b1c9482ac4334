package repository

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/pattern"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// references are what files take from elsewhere, once for each file.
type references struct {
	all  []taken
	seen map[[3]string]bool
	// spent is how much of scripts was read to find them, in bytes.
	spent int
}

// taken is one thing from elsewhere.
type taken struct {
	file tree.File
	at   hcl.Range
	// kind is action, image, module, template or script.
	kind, name string
	// pin is commit, digest, version, tag, branch, latest, name (a tag or a branch) or none;
	// empty where it is not known.
	pin string
}

var (
	commitRef   = pattern.Lazy(`^[0-9a-f]{40}$|^[0-9a-f]{64}$`)
	versionRef  = pattern.Lazy(`^[vV]?[0-9]+(\.[0-9]+)*([-+._][A-Za-z0-9.+_-]+)?$|^[A-Za-z][A-Za-z0-9_-]*[-_/]v?[0-9]+(\.[0-9]+)+$`)
	branchRef   = pattern.Lazy(`^(main|master|trunk|develop|development|dev|HEAD|next|edge|nightly|release/.*|releases/.*|refs/heads/.*)$`)
	imageDigest = pattern.Lazy(`@sha256:[0-9a-f]{64}$`)
)

// pinOf says what a reference of git is.
func pinOf(ref string) string {
	ref = strings.TrimPrefix(ref, "refs/tags/")
	switch {
	case !known(ref):
		return ""
	case ref == "":
		return "none"
	case commitRef().MatchString(ref):
		return "commit"
	case branchRef().MatchString(ref):
		return "branch"
	case versionRef().MatchString(ref):
		return "tag"
	}
	return "name"
}

func (r *references) add(t taken) {
	key := [3]string{t.file.Name, t.kind, t.name + " " + t.pin}
	if r.seen == nil {
		r.seen = map[[3]string]bool{}
	}
	if !r.seen[key] {
		r.seen[key] = true
		r.all = append(r.all, t)
	}
}

// action is an action or workflow of another repository.
func (r *references) action(file tree.File, at hcl.Range, text string) {
	name, ref, _ := strings.Cut(masked(text), "@")
	r.add(taken{file: file, at: at, kind: "action", name: shown(name), pin: pinOf(strings.TrimSpace(ref))})
}

// image is one of a container.
func (r *references) image(file tree.File, at hcl.Range, text string) {
	text = strings.TrimPrefix(strings.TrimSpace(masked(text)), "docker://")
	if text == "" || text == "scratch" {
		return
	}
	t := taken{file: file, at: at, kind: "image"}
	name, _, digest := strings.Cut(text, "@")
	repository, tag := name, ""
	if i := strings.LastIndexByte(name, ':'); i > strings.LastIndexByte(name, '/') {
		repository, tag = name[:i], name[i+1:]
	}
	t.name = shown(repository)
	switch {
	case imageDigest().MatchString(text):
		t.pin = "digest"
	case !known(text) || digest:
		t.pin = ""
	case tag == "":
		t.pin = "none"
	case tag == "latest":
		t.pin = "latest"
	default:
		t.pin = "tag"
	}
	r.add(t)
}

// script is one that is run as it comes.
func (r *references) script(file tree.File, at hcl.Range, host string) {
	r.add(taken{file: file, at: at, kind: "script", name: shown(host), pin: "none"})
}

// shown is a name that may be shown: without what could be a credential or an expression.
func shown(name string) string {
	if i := strings.LastIndexByte(name, '@'); i >= 0 {
		name = name[i+1:]
	}
	name, _, _ = strings.Cut(name, "?")
	name = strings.NewReplacer(string(unseen), "_", string(expressed), "_").Replace(name)
	if !plainName().MatchString(name) && !plainName().MatchString(strings.TrimLeft(name, "./_")) {
		return "a name that is not plain"
	}
	return name
}

// resources adds one for each.
func (r *references) resources(b *builder) {
	for _, t := range r.all {
		pin := cty.StringVal(t.pin)
		if t.pin == "" {
			pin = resource.Unknown(cty.String, resource.Cause{
				Kind: resource.NotEvaluated, What: "the reference to " + t.name, Why: "it is an expression or variable that only the run fills in", Settle: "write the commit or digest down",
			}.At(t.at))
		}
		b.resource(Reference, path.Clean(t.file.Name), t.kind+" "+t.name, t.at, map[string]cty.Value{
			"kind": cty.StringVal(t.kind), "name": cty.StringVal(t.name), "pin": pin,
		}, nil)
	}
}
