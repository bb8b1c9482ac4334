package detect

import (
	"sync"
)

// Detector finds credentials and PHI. It is safe for concurrent use; one is
// enough for a process.
type Detector struct {
	load func() (*tables, error)
}

// tables is what the first scan makes: the rules and the automaton of their words.
type tables struct {
	rules     *ruleSet
	words     []word
	automaton *automaton
}

// New gives a detector. Nothing is read or compiled before the first scan, but
// that the embedded rules can be read is known at once by a test.
func New() (*Detector, error) {
	return &Detector{load: sync.OnceValues(loadTables)}, nil
}

func loadTables() (*tables, error) {
	rules, err := loadRules()
	if err != nil {
		return nil, err
	}
	t := &tables{rules: rules, words: vocabulary(rules)}
	texts := make([]string, len(t.words))
	for i, w := range t.words {
		texts[i] = w.text
	}
	t.automaton = newAutomaton(texts)
	return t, nil
}

// MostOfAKind bounds the matches of one kind in one text: a table of a million
// numbers is one leak.
const MostOfAKind = 10_000

// Scan finds what a file holds. The name is its path, of which the rules read
// parts ("go.sum", ".yaml", "node_modules/"); it may be empty. Matches are sorted
// by Start, and the same text gives the same matches; of one kind there are at most
// MostOfAKind. Time is linear in the text, memory in the matches and in 1/64 of the text.
func (d *Detector) Scan(name string, text []byte) []Match {
	return matchesOf(d.scan(name, text))
}

// Redact gives the text with every byte of every match of medium confidence or
// more masked, spaces and punctuation left standing.
func (d *Detector) Redact(text []byte) []byte {
	out := append([]byte(nil), text...)
	mask := func(s span) {
		for i := s.start; i < s.end; i++ {
			if alnum(out[i]) || out[i] > 127 {
				out[i] = '*'
			}
		}
	}
	all := d.raw("", text, len(text)) // not settled: what overlaps a surer match may reach beyond it
	if thin := narrow(text); thin != nil {
		all = widen(d.raw("", thin, len(text)))
	}
	for _, f := range all {
		if f.Confidence >= Medium {
			mask(span{f.Start, f.End})
			for _, s := range f.also {
				mask(s)
			}
		}
	}
	return out
}

func matchesOf(all []found) []Match {
	matches := make([]Match, len(all))
	for i, f := range all {
		matches[i] = f.Match
	}
	return matches
}

func (d *Detector) scan(name string, text []byte) []found {
	if thin := narrow(text); thin != nil {
		return widen(settle(thin, d.raw(name, thin, MostOfAKind)))
	}
	return settle(text, d.raw(name, text, MostOfAKind))
}

// raw gives the matches, at most so many of a kind, in no order, without their lines.
func (d *Detector) raw(name string, text []byte, most int) []found {
	t, err := d.load()
	if err != nil {
		return nil // the tests read the embedded rules: there is no such error in a build
	}
	c := &credentialScan{rules: t.rules, name: name, text: text, asked: make([]ruleAnswer, len(t.rules.Rules)), most: most}
	p := &phiScan{name: name, text: text, most: most, blocks: make([]topic, len(text)>>blockBits+1)}
	t.automaton.scan(text, func(n uint16, end int) {
		w := &t.words[n]
		for _, r := range w.rules {
			c.keyword(r, w.text, end)
		}
		if w.topic != 0 {
			p.word(w.topic, end-len(w.text), end)
		}
	})
	return append(c.found(), p.found()...)
}
