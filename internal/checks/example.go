package checks

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Loader reads one example of a tree, with PHI marked: a Terraform file as a root module
// of its own, a snapshot (.json) as it is. The file is named by its path in the tree.
type Loader func(ctx context.Context, file string, wanted resource.Wanted) (resource.Set, error)

// Example is a Terraform file, or a snapshot of an account in JSON, that shows what a
// rule decides. Its name says what is expected: pass.tf, fail.tf and unknown.tf, or
// pass.json and so on, with any prefix (phi_fail.tf, live_pass.json).
// In pass.tf every verdict of the rule is a pass or not applicable, and at least
// one is a pass. In fail.tf and unknown.tf every judged resource has at least one
// verdict of that status. A comment line right above a resource block says
// otherwise for that resource, once or several times:
//
//	# want: not_applicable
//	# want: fail minimum_length
//
// The second form names an assertion. account_pass.tf and its siblings speak about
// a rule's scope half alone, and a comment line `# whole-account` in a file judges it so.
// One whose name begins with that of a parameter of type bool (no_exception_fail.tf,
// account_no_exception_fail.tf) is judged with that parameter on.
// Where files are judged, the example is an archive of them (.txtar), and a line "# want: ADDRESS
// STATUS" before the first file says what is wanted of one thing; "# now: TIME" there says as of
// when it is judged.
// In a snapshot a resource, or for the scope half a scope, says what it wants in
// "want": ["not_applicable"]. It is judged as of the snapshot's own time, and it may
// have gaps whatever its name is.
type Example struct {
	// Rule is the rule's id, File the path in the tree.
	Rule string
	File string
	// Status is the one that the file's name says, Scoped that it is about the scope half.
	Status       finding.Status
	Scoped       bool
	WholeAccount bool
	// Params are the parameters to load the rule with, as Options has them.
	Params map[string]string
	// Live tells that it is a snapshot, and Time when that was made, or as of when an archive is
	// judged; zero where nothing says so.
	Live bool
	Time time.Time
	// Wants are the expectations of single resources, by the address without module and
	// key, behind the root where the example is a snapshot.
	Wants map[string][]Want
}

// Want is one expectation from a comment or from a snapshot, where it has no line.
type Want struct {
	Status    finding.Status
	Assertion string
	Line      int
}

// Options are those under which the example is judged.
func (e Example) Options(o EvalOptions) EvalOptions {
	o.WholeAccount = e.WholeAccount
	if !e.Time.IsZero() {
		o.Now = e.Time
	}
	return o
}

// Examples finds the examples of a rule beside its policy. The tree is the one
// that the policy's source is in; strip is taken off the source to get there.
func Examples(tree fs.FS, m Metadata, strip string) ([]Example, error) {
	dir := path.Dir(strings.TrimPrefix(m.Source, strip))
	files, err := fs.Glob(tree, path.Join(dir, "*.tf"))
	if err != nil {
		return nil, err
	}
	snapshots, err := snapshots(tree, dir)
	if err != nil {
		return nil, err
	}
	files = append(files, snapshots...)
	archives, err := fs.Glob(tree, path.Join(dir, "*.txtar"))
	if err != nil {
		return nil, err
	}
	files = append(files, archives...)
	var out []Example
	var errs []error
	for _, file := range files {
		e, err := readExample(tree, file)
		errs = append(errs, err)
		e.Rule, e.Params = m.ID, m.switched(file)
		if err == nil && e.Scoped == (m.Scope != ScopeResource) && (m.When == "" || e.Params != nil) {
			out = append(out, e)
		}
	}
	return out, errors.Join(errs...)
}

// switched is the parameter that an example's name begins with, turned on; nil without one.
func (m Metadata) switched(file string) map[string]string {
	base := path.Base(file)
	for _, scope := range []string{ScopeAccount, ScopeRegion} {
		base = strings.TrimPrefix(base, scope+"_")
	}
	names := []string{m.When}
	for _, name := range sortedKeys(m.Params) {
		if m.Params[name].Type == "bool" {
			names = append(names, name)
		}
	}
	for _, name := range names {
		if name != "" && strings.HasPrefix(base, name+"_") {
			return map[string]string{m.ID + "." + name: "true"}
		}
	}
	return nil
}

var (
	wantComment   = regexp.MustCompile(`^\s*#\s*want:\s*([a-z_]+)(?:\s+([A-Za-z0-9_]+))?\s*$`)
	resourceLabel = regexp.MustCompile(`^\s*resource\s+"([^"]+)"\s+"([^"]+)"`)
)

func readExample(tree fs.FS, file string) (Example, error) {
	e := Example{File: file, Live: path.Ext(file) == ".json", Wants: map[string][]Want{}}
	base := strings.TrimSuffix(path.Base(file), path.Ext(file))
	for _, s := range finding.Statuses() {
		if base == string(s) || strings.HasSuffix(base, "_"+string(s)) {
			e.Status = s
		}
	}
	if e.Status == "" {
		return e, fmt.Errorf("%s: name the example pass.tf, fail.tf or unknown.tf (or .json, .txtar), with any prefix_", file)
	}
	e.Scoped = strings.HasPrefix(base, "account_") || strings.HasPrefix(base, "region_")
	text, err := fs.ReadFile(tree, file)
	if err != nil {
		return e, err
	}
	if e.Live {
		err := e.readSnapshot(text)
		return e, err
	}
	if path.Ext(file) == ".txtar" {
		err := e.readArchive(text)
		return e, err
	}
	var pending []Want
	for i, line := range strings.Split(string(text), "\n") {
		if strings.TrimSpace(line) == "# whole-account" {
			e.WholeAccount = true
		}
		if m := wantComment.FindStringSubmatch(line); m != nil {
			if !slices.Contains(finding.Statuses(), finding.Status(m[1])) {
				return e, fmt.Errorf("%s:%d: unknown status %q", file, i+1, m[1])
			}
			pending = append(pending, Want{finding.Status(m[1]), m[2], i + 1})
			continue
		}
		if m := resourceLabel.FindStringSubmatch(line); m != nil && len(pending) > 0 {
			e.Wants[m[1]+"."+m[2]] = pending
		}
		pending = nil
	}
	return e, nil
}

// RunExample judges an example and says what is not as expected; nil is success.
func (p *Policies) RunExample(ctx context.Context, e Example, load Loader, o EvalOptions) error {
	set, err := load(ctx, e.File, p.Wanted())
	if err != nil {
		return err
	}
	r := p.Evaluate(ctx, &set, e.Options(o))
	var errs []error
	for _, broken := range r.RuleErrors {
		errs = append(errs, broken.Err)
	}
	for _, gap := range set.Gaps {
		if e.Status != finding.Unknown && !e.Live {
			errs = append(errs, fmt.Errorf("%s:%d: %s: %s", gap.Range.Filename, gap.Range.Start.Line, gap.What, gap.Why))
		}
	}
	judged := map[place][]finding.Finding{}
	var order []place
	for _, f := range r.Findings {
		if scoped := f.Resource.Type == ScopeAccount || f.Resource.Type == ScopeRegion; f.Rule != e.Rule || scoped != e.Scoped {
			continue
		}
		at := place{f.Resource.Root, f.Resource.Address}
		if judged[at] == nil {
			order = append(order, at)
		}
		judged[at] = append(judged[at], f)
	}
	return errors.Join(append(errs, e.check(order, judged)...)...)
}

// place is where something judged stands.
type place struct{ root, address string }

func (e Example) check(order []place, judged map[place][]finding.Finding) []error {
	var errs []error
	seen := map[string]bool{}
	expected := 0
	for _, at := range order {
		key := e.wantKey(at.root, at.address)
		wants, found := e.Wants[key], judged[at]
		seen[key] = true
		for _, f := range found {
			if f.Status == e.Status {
				expected++
			}
			if len(wants) == 0 && e.Status == finding.Pass && f.Status != finding.Pass && f.Status != finding.NotApplicable {
				errs = append(errs, e.surprise(f, "pass"))
			}
		}
		if len(wants) == 0 && e.Status != finding.Pass {
			wants = []Want{{Status: e.Status}}
		}
		for _, w := range wants {
			if !w.met(found) {
				errs = append(errs, e.surprise(found[0], strings.TrimSpace(string(w.Status)+" "+w.Assertion)))
			}
		}
	}
	for _, key := range sortedKeys(e.Wants) {
		if !seen[key] {
			errs = append(errs, fmt.Errorf("%s: the rule does not judge %s", e.at(e.Wants[key][0].Line), key))
		}
	}
	if expected == 0 && len(errs) == 0 {
		errs = append(errs, fmt.Errorf("%s: no verdict of %s is %s", e.File, e.Rule, e.Status))
	}
	return errs
}

// wantKey is the key of Wants for what stands at an address.
func (e Example) wantKey(root, address string) string {
	if e.Live {
		return root + " " + address
	}
	return blockOf(address)
}

// at is the file with the line, where there is one.
func (e Example) at(line int) string {
	if line == 0 {
		return e.File
	}
	return fmt.Sprintf("%s:%d", e.File, line)
}

func (w Want) met(found []finding.Finding) bool {
	return slices.ContainsFunc(found, func(f finding.Finding) bool {
		return f.Status == w.Status && (w.Assertion == "" || w.Assertion == f.Assertion)
	})
}

func (e Example) surprise(f finding.Finding, want string) error {
	causes := ""
	for _, c := range f.Causes {
		causes += "; " + c.What + ": " + c.Why
	}
	name := strings.TrimSuffix(f.Rule+" "+f.Assertion, " ")
	of := f.Resource.Address
	if e.Live {
		of = e.wantKey(f.Resource.Root, of)
	}
	return fmt.Errorf("%s: %s of %s: want %s, got %s (%s%s)", e.at(f.Location.Line), name, of, want, f.Status, f.Message, causes)
}

// blockOf is TYPE.NAME of an address.
func blockOf(address string) string {
	parts := strings.SplitN(address, ".", 2)
	if len(parts) < 2 {
		return address
	}
	name, _, _ := strings.Cut(parts[1], "[")
	return parts[0] + "." + name
}
