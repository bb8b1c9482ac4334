package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/policies"
)

func newPolicyDocs(p process) *cobra.Command {
	var o policyOptions
	cmd := &cobra.Command{
		Use:   "docs DIR",
		Short: "Write a page about each rule",
		Long: `Docs writes policies.md into DIR, a table of the rules and of what covers each paragraph, and
below DIR/policies a page for each rule: why, what it reads, with which calls and permissions,
its thresholds, examples that fail and pass, and how to put it right. Pages of rules that are
gone are removed. The same policies give the same pages.`,
		Example: "  hipaactl policy docs docs\n  hipaactl policy docs --policies our-policies --rule 'ACME-*' our-docs",
		Args:    oneArgument("DIR"),
		RunE: func(_ *cobra.Command, args []string) error {
			all, err := o.load()
			if err != nil {
				return err
			}
			book := handbook{options: o, policies: all, rules: rulesByID(all.List())}
			return book.write(p, args[0])
		},
	}
	o.addFlags(cmd)
	return cmd
}

// handbook is what policy docs writes.
type handbook struct {
	options  policyOptions
	policies *checks.Policies
	rules    []rule
}

// pageMark stands at the end of a page, so that only pages of ours are removed.
const pageMark = "<!-- made by hipaactl policy docs -->\n"

func (h handbook) write(p process, dir string) error {
	pages := map[string]string{"policies.md": h.overview()}
	for _, r := range h.rules {
		page, err := h.page(r)
		if err != nil {
			return err
		}
		pages[path.Join("policies", r.ID+".md")] = page
	}
	if err := os.MkdirAll(filepath.Join(dir, "policies"), 0o750); err != nil {
		return err
	}
	if err := removeStale(filepath.Join(dir, "policies"), pages); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), asUmask, func(w io.Writer) error {
			_, err := io.WriteString(w, pages[name])
			return err
		})
		if err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(p.stdout, "wrote %d pages to %s\n", len(pages), filepath.ToSlash(dir))
	return err
}

// removeStale removes the pages of rules that are gone.
func removeStale(dir string, pages map[string]string) error {
	entries, err := os.ReadDir(dir)
	var errs []error
	for _, e := range entries {
		file := filepath.Join(dir, e.Name())
		if _, kept := pages[path.Join("policies", e.Name())]; kept || filepath.Ext(file) != ".md" {
			continue
		}
		text, err := os.ReadFile(file)
		if err == nil && bytes.HasSuffix(text, []byte(pageMark)) {
			err = os.Remove(file)
		}
		errs = append(errs, err)
	}
	return errors.Join(append(errs, err)...)
}

// overview is the table of all rules and the coverage matrix.
func (h handbook) overview() string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Rules\n\n%s judge %d services. `hipaactl policy list` prints this table, `hipaactl explain RULE` a rule.\n",
		counted(len(h.rules), "rule"), len(h.services()))
	for _, service := range h.services() {
		fmt.Fprintf(&b, "\n## %s\n\n%s", report.MarkdownText(service), markdownHead("rule", "severity", "judges", "cites"))
		for _, r := range h.rules {
			if r.Service == service {
				b.WriteString(markdownRow(linked(r.ID, "policies/")+" "+report.MarkdownText(r.Title), r.severity(), strings.Join(r.Engines, ", "), strings.Join(r.Citations, ", ")))
			}
		}
	}
	b.WriteString("\n## Coverage\n\nEach standard and implementation specification of 45 CFR 164.308 to 164.316 with the rules that are evidence for it. " +
		"*Manual* ones take documents, contracts, people or buildings; no scan proves them.\n\n" +
		markdownHead("paragraph", "kind", "a scan shows", "rules"))
	for _, e := range allExplained(h.rules) {
		var ids []string
		for _, id := range e.Rules {
			ids = append(ids, linked(id, "policies/"))
		}
		b.WriteString(markdownRow(e.ID+" "+report.MarkdownText(e.Title), e.label, string(e.Evidence), strings.Join(ids, ", ")))
	}
	b.WriteString("\n" + pageMark)
	return b.String()
}

func (h handbook) services() []string {
	var out []string
	for _, r := range h.rules {
		out = append(out, r.Service)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func linked(id, below string) string { return fmt.Sprintf("[%s](%s%s.md)", id, below, id) }

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// page is the page of one rule.
func (h handbook) page(r rule) (string, error) {
	o := h.options
	o.rules, o.skip, o.citations = []string{r.ID}, nil, nil
	only, err := o.load()
	if err != nil {
		return "", err
	}
	w := pageWriter{rule: r, halves: resourceFirst(only.List())}
	w.head()
	w.why()
	w.demands()
	w.reads(only.Wanted())
	w.parameters()
	if err := w.examples(); err != nil {
		return "", err
	}
	w.rest()
	return w.b.String(), nil
}

// exampleOf is the text of an example beside a policy; empty where there is none.
func exampleOf(m checks.Metadata, name string) (string, error) {
	var tree fs.FS = policies.FS
	dir := path.Dir(m.Source)
	if m.User {
		tree, dir = os.DirFS(filepath.FromSlash(dir)), "."
	}
	text, err := fs.ReadFile(tree, path.Join(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(text), err
}

// proposal is how a citation of the rule proposed in January 2025 is labelled.
func proposal(id string) string { return id + " of the rule proposed on 2025-01-06 (not law)" }

// stricter says which way a threshold may go without being laxer.
func stricter(p checks.Param) string {
	if p.Stricter == "" {
		return ""
	}
	return p.Stricter + " is stricter"
}

// kindsOf says what a citation is.
func kindsOf(id string) string {
	c, ok := hipaa.Lookup(id)
	if !ok {
		return id
	}
	return fmt.Sprintf("**%s %s** (%s): %s NIST SP 800-53r5: %s.", c.ID, report.MarkdownText(c.Title), c.Label(), report.MarkdownText(c.Meaning), strings.Join(c.NIST, ", "))
}

// raised says how PHI changes the severity.
func raised(base, phi finding.Severity) string {
	if base == phi {
		return string(base)
	}
	return fmt.Sprintf("%s, %s where PHI is held", base, phi)
}
