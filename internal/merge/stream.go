package merge

import (
	"container/heap"
	"fmt"
	"iter"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// Findings are those of all results that count, in the order of finding.Compare. They
// are read while they are handed out, anew each time; an error ends them.
func (m *Merged) Findings() iter.Seq2[finding.Finding, error] {
	return func(yield func(finding.Finding, error) bool) {
		h := &streams{}
		defer h.close()
		for _, r := range m.results {
			if r.problem != "" || len(r.groups) == 0 {
				continue
			}
			if err := h.add(m, r); err != nil {
				yield(finding.Finding{}, err)
				return
			}
		}
		heap.Init(h)
		for h.Len() > 0 {
			first := h.all[0]
			f := first.now
			f.Mask() // results are masked already, but those that others made
			if !yield(f, nil) {
				return
			}
			switch ok, err := first.advance(); {
			case err != nil:
				yield(finding.Finding{}, err)
				return
			case ok:
				heap.Fix(h, 0)
			default:
				heap.Pop(h)
			}
		}
	}
}

// stream is a result that is being read, and its finding that comes next.
type stream struct {
	result *result
	now    finding.Finding
	next   func() (finding.Finding, error, bool)
	end    func()
}

// open starts to read a result. It has one finding at least that counts.
func (m *Merged) open(r *result) (*stream, error) {
	file, err := r.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.Name, err)
	}
	s := &stream{result: r}
	var pull func()
	s.next, pull = iter.Pull2(func(yield func(finding.Finding, error) bool) {
		_, err := read(file, func(f *finding.Finding) error {
			if !m.counted(r, f) {
				return nil
			}
			f.Resource.Root = m.place(r, f.Resource.Source, f.Resource.Root)
			f.Location.File = m.place(r, f.Resource.Source, f.Location.File)
			if !yield(*f, nil) {
				return errStop
			}
			return nil
		})
		if err != nil {
			yield(finding.Finding{}, fmt.Errorf("%s changed while it was read: %w", r.Name, err))
		}
	})
	s.end = func() {
		pull()
		_ = file.Close() // it was read
	}
	return s, nil
}

// advance goes to the next finding; false where there is none.
func (s *stream) advance() (bool, error) {
	f, err, ok := s.next()
	if !ok || err != nil {
		return false, err
	}
	if s.now.Rule != "" && finding.Compare(s.now, f) > 0 {
		return false, fmt.Errorf("%s: its findings are not in the order of a report of hipaactl", s.result.Name)
	}
	s.now = f
	return true, nil
}

// streams is a heap of results by the finding that comes next.
type streams struct{ all []*stream }

func (h *streams) add(m *Merged, r *result) error {
	s, err := m.open(r)
	if err != nil {
		return err
	}
	ok, err := s.advance()
	if err != nil || !ok {
		s.end()
		return err
	}
	h.all = append(h.all, s)
	return nil
}

func (h *streams) close() {
	for _, s := range h.all {
		s.end()
	}
}

// Len, Less, Swap, Push and Pop are those of a heap.
func (h *streams) Len() int           { return len(h.all) }
func (h *streams) Less(i, j int) bool { return finding.Compare(h.all[i].now, h.all[j].now) < 0 }
func (h *streams) Swap(i, j int)      { h.all[i], h.all[j] = h.all[j], h.all[i] }
func (h *streams) Push(x any)         { h.all = append(h.all, x.(*stream)) }

// Pop ends the last stream.
func (h *streams) Pop() any {
	last := h.all[len(h.all)-1]
	h.all = h.all[:len(h.all)-1]
	last.end()
	return last
}
