package detect

import (
	"regexp"
	"testing"
)

func TestEveryRuleCompiles(t *testing.T) {
	set, err := loadRules()
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Rules) < 220 {
		t.Fatalf("%d rules, of gitleaks alone there are 222", len(set.Rules))
	}
	assigned, led := 0, 0
	check := func(id, expression string) {
		if _, err := regexp.Compile(expression); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
	for i := range set.Rules {
		r := &set.Rules[i]
		check(r.ID, r.Regex)
		check(r.ID, r.Path)
		for _, a := range append(r.Allowlists, set.Allowlist) {
			check(r.ID, anyOf(a.Regexes))
			check(r.ID, anyOf(a.Paths))
		}
		if len(r.Keywords) == 0 && r.Regex != "" {
			t.Errorf("%s has no keyword: it would never run", r.ID)
		}
		if r.assigned > 0 {
			assigned++
		} else if len(r.Keywords) > 0 && r.compiled().leads.holds(r.Keywords[0]) {
			led++
		}
	}
	all := append([]func() *regexp.Regexp{phone, mail, address, localURL, stands, filledIn, fictional, isStrong, isWeak, refers, gaps, switched, filler, wordy}, handed...)
	for _, a := range assignments {
		all = append(all, a.form)
	}
	for _, ours := range all {
		ours() // panics where it does not compile
	}
	t.Logf("%d rules: %d assign a value to a name, %d begin with their keyword", len(set.Rules), assigned, led)
	if assigned < 80 || led < 80 {
		t.Error("the shapes of rules are not recognized: expressions would run on far more text")
	}
}
