package waiver

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// keys are what a waiver consists of, in the order in which they are written.
var keys = []string{"rule", "resource", "root", "account", "assertion", "kind", "reason", "measure", "approver", "created", "expires"}

// needed are the keys without which a waiver does not apply.
var needed = []string{"rule", "resource", "kind", "reason", "approver", "expires"}

// Keys lists the keys of a waiver in the order in which they are written.
func Keys() []string { return slices.Clone(keys) }

var accountID = regexp.MustCompile(`^[0-9]{12}$`)

// entry collects the keys of one waiver, and everything that is wrong with them.
type entry struct {
	at     finding.Place
	block  *Block
	values map[string]string
	wrong  []string
}

func newEntry(at finding.Place, block *Block) *entry {
	return &entry{at: at, block: block, values: map[string]string{}}
}

func (e *entry) complain(format string, args ...any) {
	e.wrong = append(e.wrong, fmt.Sprintf(format, args...))
}

// set takes one key. line is where it stands, for a key that is wrong.
func (e *entry) set(key, value string, line int) {
	switch _, twice := e.values[key]; {
	case !slices.Contains(keys, key):
		e.complain("line %d: unknown key %q%s", line, Masked(short(key)), hint(key, keys))
	case twice:
		e.complain("line %d: %s is given twice", line, key)
	case strings.TrimSpace(value) == "":
		e.complain("line %d: %s is empty", line, key)
		e.values[key] = ""
	default:
		e.values[key] = strings.TrimSpace(value)
	}
}

// short keeps a message readable.
func short(s string) string {
	if len(s) > longest {
		return s[:longest] + "…"
	}
	return s
}

// book is the waiver, or the problem with its form. Values are not repeated in it.
func (e *entry) book() Book {
	for _, key := range needed {
		if _, ok := e.values[key]; !ok && (key != "resource" || e.block == nil) {
			e.complain("%s is missing", key)
		}
	}
	w := Waiver{
		Rule: e.values["rule"], Resource: e.values["resource"], Root: e.values["root"], Account: e.values["account"],
		Assertion: e.values["assertion"], Kind: Kind(e.values["kind"]), Reason: e.values["reason"], Measure: e.values["measure"],
		Approver: e.values["approver"], Created: e.date("created"), Expires: e.date("expires"), At: e.at, Block: e.block,
	}
	if w.Account != "" && !accountID.MatchString(w.Account) {
		e.complain("account: want 12 digits")
	}
	if !w.Created.IsZero() && !w.Expires.IsZero() && w.Expires.Before(w.Created) {
		e.complain("it expires before it was created")
	}
	e.checkKind(w)
	if len(e.wrong) == 0 {
		return Book{Waivers: []Waiver{w}}
	}
	return Book{Problems: []Problem{{
		Demand: demandForm, Severity: finding.High, Name: w.Name(), At: e.at,
		Message: "is malformed: " + strings.Join(e.wrong, "; "),
	}}}
}

func (e *entry) checkKind(w Waiver) {
	if w.Kind != "" && !slices.Contains(Kinds(), w.Kind) {
		names := []string{}
		for _, k := range Kinds() {
			names = append(names, string(k))
		}
		e.complain("kind: want %s%s", strings.Join(names, ", "), hint(string(w.Kind), names))
		return
	}
	switch _, given := e.values["measure"]; {
	case w.Kind == AlternativeMeasure && !given:
		e.complain("measure is missing: say what is done instead")
	case w.Kind != AlternativeMeasure && given && w.Kind != "":
		e.complain("measure is for kind: %s", AlternativeMeasure)
	}
}

func (e *entry) date(key string) time.Time {
	text := e.values[key]
	if text == "" {
		return time.Time{}
	}
	day, err := time.Parse(Layout, text)
	if err != nil || day.Year() < 1000 {
		e.complain("%s: want a date such as 2027-01-31", key)
		return time.Time{}
	}
	return day
}
