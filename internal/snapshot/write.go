package snapshot

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Write writes a snapshot in its one form: sorted, indented by one space, with a
// newline at the end. Sensitive values are not written: they become unknown.
// Anything but live resources is an error.
func Write(w io.Writer, s Snapshot) error {
	d := document{Schema: Schema, Tool: s.Tool, Time: stamp(s.Time), Types: slices.Compact(slices.Sorted(slices.Values(s.Types))), Notes: slices.Sorted(slices.Values(s.Set.Notes))}
	for _, scope := range s.Set.Scopes {
		d.Scopes = append(d.Scopes, readJSON{scopeJSONOf(scope.Scope), scope.Partial})
	}
	slices.SortFunc(d.Scopes, func(a, b readJSON) int {
		return cmp.Or(compareScopes(a.scopeJSON, b.scopeJSON), compareFlags(a.Partial, b.Partial))
	})
	d.Scopes = slices.Compact(d.Scopes)
	calls := callsOf(s.Set)
	places := make(map[*resource.Call]int, len(calls))
	for i, c := range calls {
		places[c] = i
		d.Calls = append(d.Calls, callJSON{
			Operation: c.Operation, Target: c.Target, scopeJSON: scopeJSON{c.Account, c.Region},
			Time: stamp(c.Time), RequestID: c.RequestID, Attempts: c.Attempts, Retries: c.Retries, Failure: c.Failure,
		})
	}
	var err error
	if d.Resources, err = resourcesOf(s.Set, places); err != nil {
		return err
	}
	for _, g := range s.Set.Gaps {
		d.Gaps = append(d.Gaps, gapJSON{
			What: g.What, Why: g.Why, Settle: g.Settle, scopeJSON: scopeJSONOf(g.Scope),
			Types: slices.Compact(slices.Sorted(slices.Values(g.Types))), Settled: g.Settled,
		})
	}
	slices.SortFunc(d.Gaps, compareGaps)
	d.Gaps = slices.CompactFunc(d.Gaps, func(a, b gapJSON) bool { return compareGaps(a, b) == 0 })
	if s.Mask != nil {
		masked(reflect.ValueOf(&d).Elem(), s.Mask)
	}
	text, err := encode(d)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// stamp keeps what is below a second only where there is any.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

func scopeJSONOf(s resource.Scope) scopeJSON { return scopeJSON{s.AccountKey, s.RegionKey} }

func compareScopes(a, b scopeJSON) int {
	return cmp.Or(cmp.Compare(a.Account, b.Account), cmp.Compare(a.Region, b.Region))
}

func compareGaps(a, b gapJSON) int {
	return cmp.Or(
		compareScopes(a.scopeJSON, b.scopeJSON), cmp.Compare(a.What, b.What), cmp.Compare(a.Why, b.Why),
		cmp.Compare(a.Settle, b.Settle), slices.Compare(a.Types, b.Types), compareFlags(a.Settled, b.Settled),
	)
}

func compareFlags(a, b bool) int {
	set := map[bool]int{true: 1}
	return cmp.Compare(set[a], set[b])
}

// callsOf are the calls of a set, those that only a resource names included, each once.
func callsOf(set resource.Set) []*resource.Call {
	seen := map[*resource.Call]bool{}
	var out []*resource.Call
	add := func(c *resource.Call) {
		if c != nil && !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	for _, c := range set.Calls {
		add(c)
	}
	for _, r := range set.Resources {
		for _, c := range r.Reads {
			add(c)
		}
	}
	slices.SortFunc(out, func(a, b *resource.Call) int {
		return cmp.Or(resource.CompareCalls(a, b), cmp.Compare(a.Attempts, b.Attempts), cmp.Compare(a.Retries, b.Retries), cmp.Compare(a.Failure, b.Failure))
	})
	return out
}

// resourcesOf are the resources in order. Where two have one address, what they hold decides.
func resourcesOf(set resource.Set, places map[*resource.Call]int) ([]resourceJSON, error) {
	sorted := slices.Clone(set.Resources)
	slices.SortStableFunc(sorted, resource.Compare)
	shared := sharedConditions(sorted)
	out := make([]resourceJSON, 0, len(sorted))
	for start := 0; start < len(sorted); {
		end := start + 1
		for end < len(sorted) && resource.Compare(sorted[start], sorted[end]) == 0 {
			end++
		}
		same := make([]resourceJSON, 0, 1)
		for _, r := range sorted[start:end] {
			j, err := resourceOf(r, shared, places)
			if err != nil {
				return nil, err
			}
			same = append(same, j)
		}
		if err := byContent(same); err != nil {
			return nil, err
		}
		out, start = append(out, same...), end
	}
	return out, nil
}

func byContent(same []resourceJSON) error {
	if len(same) < 2 {
		return nil
	}
	texts := make([]string, len(same))
	for i, j := range same {
		text, err := encode(j)
		if err != nil {
			return err
		}
		texts[i] = string(text)
	}
	order := make([]int, len(same))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(texts[a], texts[b]) })
	was := slices.Clone(same)
	for i, from := range order {
		same[i] = was[from]
	}
	return nil
}

// sharedConditions numbers the conditions that more than one resource has. The
// numbers follow the order of the resources, so that they say nothing about the run.
func sharedConditions(sorted []*resource.Resource) map[string]string {
	count := map[string]int{}
	for _, r := range sorted {
		for _, c := range r.Existence {
			count[c.ID]++
		}
	}
	out := map[string]string{}
	for _, r := range sorted {
		for _, c := range r.Existence {
			if count[c.ID] > 1 && out[c.ID] == "" {
				out[c.ID] = fmt.Sprintf("%d", len(out)+1)
			}
		}
	}
	return out
}

func resourceOf(r *resource.Resource, shared map[string]string, places map[*resource.Call]int) (resourceJSON, error) {
	at := r.Root + " " + r.Address.String()
	if a := r.Address; r.Source != resource.Live || a.Module != "" || a.Key != "" || a.Data {
		return resourceJSON{}, fmt.Errorf("%s: only what was read live can be saved", at)
	}
	p := printer{what: at}
	values, err := p.root(r.Values)
	if err != nil {
		return resourceJSON{}, err
	}
	out := resourceJSON{
		Type: r.Address.Type, Name: r.Address.Name, scopeJSON: scopeJSONOf(r.Scope), ARN: r.ARN,
		Values: values, Unknown: sortCauses(p.unknown), Open: sortCauses(p.open),
	}
	for _, c := range r.Existence {
		j := causeJSONOf(c.Cause)
		j.ID = shared[c.ID]
		out.Maybe = append(out.Maybe, j)
	}
	out.Maybe = sortCauses(out.Maybe)
	if r.Unread != (resource.Cause{}) {
		c := causeJSONOf(r.Unread)
		out.Unread = &c
	}
	for _, attr := range slices.Sorted(maps.Keys(r.Reads)) {
		if c := r.Reads[attr]; c != nil {
			if out.Reads == nil {
				out.Reads = map[string]int{}
			}
			out.Reads[attr] = places[c]
		}
	}
	return out, nil
}

func causeJSONOf(c resource.Cause) causeJSON {
	return causeJSON{Kind: c.Kind, What: c.What, Why: c.Why, Settle: c.Settle}
}

func sortCauses(all []causeJSON) []causeJSON {
	slices.SortFunc(all, func(a, b causeJSON) int {
		return cmp.Or(
			cmp.Compare(a.Path, b.Path), cmp.Compare(a.ID, b.ID), cmp.Compare(a.What, b.What),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Why, b.Why), cmp.Compare(a.Settle, b.Settle),
		)
	})
	return slices.Compact(all)
}
