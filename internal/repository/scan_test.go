package repository_test

import (
	"context"
	"errors"
	"io"
	"slices"
	"testing"

	"github.com/hipaactl/hipaactl/internal/repository"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// scan reads the files of an archive.
func scan(t *testing.T, archive string) resource.Set {
	t.Helper()
	set, err := repository.Scan(t.Context(), repository.Options{Source: tree.Archive([]byte(archive)), Root: "."})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// find is the one resource of a type.
func find(t *testing.T, set resource.Set, typ string) *resource.Resource {
	t.Helper()
	var found []*resource.Resource
	for _, r := range set.Resources {
		if r.Address.Type == typ {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d resources of type %s", len(found), typ)
	}
	return found[0]
}

// TestUnwanted: what no extractor asks for is not opened, and is counted all the same.
func TestUnwanted(t *testing.T) {
	closed := func(_ context.Context, take func(tree.File) error) error {
		return take(tree.File{Root: ".", Name: "photo.jpg", Shown: "photo.jpg", Open: func() (io.ReadCloser, error) {
			t.Error("it was opened")
			return nil, errors.New("denied")
		}})
	}
	set, err := repository.Scan(t.Context(), repository.Options{Source: closed, Root: "."})
	if err != nil || len(set.Gaps) > 0 {
		t.Fatalf("%v, gaps %+v", err, set.Gaps)
	}
	if n, _ := find(t, set, repository.Whole).Values.GetAttr("files").AsBigFloat().Int64(); n != 1 {
		t.Errorf("%d files", n)
	}
}

// TestUnlisted: of a directory that cannot be looked into nobody knows what it holds.
func TestUnlisted(t *testing.T) {
	denied := func(_ context.Context, take func(tree.File) error) error {
		return take(tree.File{Root: ".", Name: "src", Shown: "src", Dir: true, Open: func() (io.ReadCloser, error) { return nil, errors.New("denied") }})
	}
	set, err := repository.Scan(t.Context(), repository.Options{Source: denied, Root: "."})
	if err != nil || len(set.Gaps) != 1 || set.Gaps[0].Why != "denied" || !slices.Contains(set.Gaps[0].Types, repository.Job) {
		t.Fatalf("%v, gaps %+v", err, set.Gaps)
	}
	if find(t, set, repository.Whole).Values.GetAttr("holds").IsKnown() {
		t.Error("it is known what the repository holds")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	source := tree.Archive([]byte("-- a --\nx\n-- b --\ny\n"))
	if _, err := repository.Scan(ctx, repository.Options{Source: source, Root: "."}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
