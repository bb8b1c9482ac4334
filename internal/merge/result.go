package merge

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Input is a result to merge. It is opened several times, and has to be the same each time.
type Input struct {
	// Name is shown to people: a file's name.
	Name string
	Open func() (io.ReadCloser, error)
}

// result is an input that was read once.
type result struct {
	Input
	head   finding.Report
	digest string
	// origin is the repository of its code; empty where roots need none to be told apart.
	origin string
	ended  time.Time
	groups map[group]*tally
	// problem says why it could not be read; else empty.
	problem string
}

// group is what one result says for all others: the verdicts of one rule in one root.
type group struct {
	origin, root, rule string
	source             resource.Source
}

// tally counts the findings of a group.
type tally struct {
	summary  finding.Summary
	findings int
}

// load reads an input once, to count. What cannot be read is a result with a problem.
func load(in Input) *result {
	r := &result{Input: in, groups: map[group]*tally{}}
	if err := r.load(); err != nil {
		r.problem = err.Error()
		r.head, r.groups = finding.Report{}, nil
	}
	return r
}

func (r *result) load() error {
	file, err := r.Open()
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was read
	sum := sha256.New()
	counted := map[group]*tally{}
	r.head, err = read(io.TeeReader(file, sum), func(f *finding.Finding) error {
		g := group{"", f.Resource.Root, f.Rule, f.Resource.Source}
		t := counted[g]
		if t == nil {
			t = &tally{}
			counted[g] = t
		}
		t.summary.Add(*f)
		t.findings++
		return nil
	})
	if err != nil {
		return err
	}
	if r.ended, err = time.Parse(time.RFC3339, r.head.Time.Finished); err != nil {
		return fmt.Errorf("it does not tell when it was finished")
	}
	r.digest = hex.EncodeToString(sum.Sum(nil))
	r.origin = originOf(r.Name, r.head)
	for g, t := range counted {
		g.origin = r.originOf(g.source)
		r.groups[g] = t
	}
	return nil
}

// originOf names the repository of a result's code. Where git did not tell, only the
// result itself is sure to be of the same one. What was merged before has told its roots apart.
func originOf(name string, head finding.Report) string {
	switch {
	case head.Results != nil:
		return ""
	case head.Repository != nil && head.Repository.URL != "":
		return plainURL(head.Repository.URL)
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimSuffix(strings.TrimSuffix(base, ".gz"), ".json")
}

// plainURL is github.com/acme/clinic, however the repository was cloned.
func plainURL(text string) string {
	text = strings.TrimSuffix(strings.TrimSuffix(text, "/"), ".git")
	if u, err := url.Parse(text); err == nil && u.Host != "" {
		return u.Hostname() + u.Path
	}
	if _, rest, ok := strings.Cut(text, "@"); ok {
		text = rest
	}
	return strings.Replace(text, ":", "/", 1)
}

func (r *result) originOf(source resource.Source) string {
	if source == resource.Live {
		return "" // its root is the account and Region
	}
	return r.origin
}

// newer tells whether what r says counts, and not what o says. The digest decides between
// results of one second, so that the order of the inputs never does.
func (r *result) newer(o *result) bool {
	return o == nil || cmp.Or(r.ended.Compare(o.ended), strings.Compare(r.digest, o.digest)) > 0
}
