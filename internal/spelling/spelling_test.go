package spelling

import "testing"

func TestNearest(t *testing.T) {
	all := []string{"scan", "policy", "explain", "version"}
	for name, want := range map[string]string{"scna": "scan", "polic": "policy", "SCAN": "scan", "explian": "explain", "zebra": "", "": ""} {
		if got := Nearest(name, all); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestMeant(t *testing.T) {
	for name, want := range map[string]string{"polici": " (did you mean policy?)", "zebra": ""} {
		if got := Meant(name, []string{"policy", "scan"}); got != want {
			t.Errorf("Meant(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for pair, want := range map[[2]string]int{{"", "abc"}: 3, {"abc", ""}: 3, {"abc", "bc"}: 1, {"kitten", "sitting"}: 3, {"same", "same"}: 0} {
		if got := distance(pair[0], pair[1]); got != want {
			t.Errorf("%v: %d, want %d", pair, got, want)
		}
	}
}
