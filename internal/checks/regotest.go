package checks

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// RegoTest is the outcome of one test_ rule.
type RegoTest struct {
	// Name is the package and rule, data.hipaactl.aws.s3.public_access_block_test.test_no_block.
	Name string
	// Place is file:line of the rule.
	Place string
	// Err says why it failed; nil for a pass.
	Err error
}

// RegoTests runs the test_ rules of every _test.rego in a tree, with the policies
// and libraries of the tree (and of extra trees, such as policies.FS for a user's
// directory) under the capabilities that policies have. data.params is empty and data.now
// absent: a test sets what it needs with `with`. Files are named with the prefix.
func RegoTests(ctx context.Context, tree fs.FS, prefix string, extra ...fs.FS) ([]RegoTest, error) {
	modules, caps := map[string]*ast.Module{}, Capabilities()
	err := parseTree(modules, tree, prefix, true, caps)
	for _, more := range extra {
		err = errors.Join(err, parseTree(modules, more, "", false, caps))
	}
	if err != nil {
		return nil, err
	}
	store := inmem.NewFromObject(map[string]any{"params": map[string]any{}})
	txn, err := store.NewTransaction(ctx)
	if err != nil {
		return nil, err
	}
	defer store.Abort(ctx, txn)
	results, err := tester.NewRunner().
		SetCompiler(ast.NewCompiler().WithCapabilities(caps).WithEnablePrintStatements(true)).
		SetStore(store).SetModules(modules).RaiseBuiltinErrors(true).CapturePrintOutput(true).RunTests(ctx, txn)
	if err != nil {
		return nil, err
	}
	var out []RegoTest
	for r := range results {
		t := RegoTest{Name: r.Package + "." + r.Name, Place: fmt.Sprintf("%s:%d", r.Location.File, r.Location.Row), Err: r.Error}
		if r.Fail && t.Err == nil {
			t.Err = errors.New("the test is not true")
		}
		if t.Err != nil && len(r.Output) > 0 {
			t.Err = fmt.Errorf("%w; it printed: %s", t.Err, r.Output)
		}
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b RegoTest) int {
		return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Name, b.Name))
	})
	return out, nil
}

func parseTree(modules map[string]*ast.Module, tree fs.FS, prefix string, tests bool, caps *ast.Capabilities) error {
	var errs []error
	err := fs.WalkDir(tree, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".rego" || !tests && isTest(file) {
			return err
		}
		m, err := parseModule(regoFile{tree, file, prefix + file}, caps)
		if modules[prefix+file] == nil {
			modules[prefix+file] = m
		}
		errs = append(errs, err)
		return nil
	})
	return errors.Join(append(errs, err)...)
}
