package terraform

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// loader reads and parses module directories, each once.
type loader struct {
	mu      sync.Mutex
	modules map[string]*moduleEntry
	// boundary is the absolute directory outside which nothing is read.
	boundary string
	// files is the boundary, opened the first time a function reads a file.
	files *os.Root
	// parsing bounds the files that are parsed at a time.
	parsing chan struct{}
}

type moduleEntry struct {
	once sync.Once
	mod  *module
}

func newLoader(boundary string, parallelism int) *loader {
	return &loader{modules: map[string]*moduleEntry{}, boundary: boundary, parsing: make(chan struct{}, parallelism)}
}

// module is the module in the directory abs, shown as dir; nil where the
// directory holds no configuration or lies outside the boundary.
func (l *loader) module(dir, abs string) *module {
	if !within(l.boundary, abs) {
		return nil
	}
	l.mu.Lock()
	entry, ok := l.modules[abs]
	if !ok {
		entry = &moduleEntry{}
		l.modules[abs] = entry
	}
	l.mu.Unlock()
	entry.once.Do(func() { entry.mod = l.parseDir(dir, abs) })
	return entry.mod
}

func (l *loader) parseDir(dir, abs string) *module {
	entries, err := os.ReadDir(abs)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	names = configFiles(names)
	if len(names) == 0 {
		return nil
	}
	files := make([]*file, len(names))
	var wg sync.WaitGroup
	for i, name := range names {
		wg.Add(1)
		l.parsing <- struct{}{}
		go func() {
			defer wg.Done()
			defer func() { <-l.parsing }()
			files[i] = l.readFile(joinShown(dir, name), filepath.Join(abs, name))
		}()
	}
	wg.Wait()
	return newModule(dir, abs, files)
}

func (l *loader) readFile(shown, abs string) *file {
	target, err := filepath.EvalSymlinks(abs)
	if err == nil && !within(l.boundary, target) {
		return unreadable(shown, "it links to a place outside the scanned repository")
	}
	src, err := readConfig(abs)
	if err != nil {
		return unreadable(shown, err.Error())
	}
	return parseFile(shown, src)
}

// within tells whether path is the directory or lies below it. Symlinks in path are resolved.
func within(dir, path string) bool {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	rel, err := filepath.Rel(dir, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// joinShown joins path elements for display: slash-separated, cleaned.
func joinShown(dir, name string) string {
	return filepath.ToSlash(filepath.Join(dir, name))
}

func isLocalSource(source string) bool {
	return source == "." || source == ".." || strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../")
}

// installed reads .terraform/modules/modules.json of a root module: the
// directory of each module call by its key, "vpc" or "vpc.endpoints".
// A missing file means that nothing is installed.
func installed(rootAbs string, getenv func(string) string) (map[string]string, error) {
	data := ".terraform"
	if getenv != nil {
		if dir := getenv("TF_DATA_DIR"); dir != "" {
			data = dir
		}
	}
	name := filepath.Join(data, "modules", "modules.json")
	if !filepath.IsAbs(name) {
		name = filepath.Join(rootAbs, name)
	}
	src, err := readConfig(name)
	if err != nil {
		if os.IsNotExist(err) {
			return nil, nil
		}
		return nil, err
	}
	var manifest struct {
		Modules []struct{ Key, Dir string }
	}
	if err := json.Unmarshal(src, &manifest); err != nil {
		return nil, err
	}
	dirs := make(map[string]string, len(manifest.Modules))
	for _, m := range manifest.Modules {
		dirs[m.Key] = m.Dir
	}
	return dirs, nil
}

// gap is the record of a file that was not read.
func (f failedFile) gap(root string) resource.Gap {
	return resource.Gap{
		Kind: resource.GapFile, Root: root, What: f.name, Why: lowerFirst(f.why), Range: f.rng,
		Settle: "correct the file; everything else was judged without it",
	}
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// gap is the record of a block that was not evaluated.
func (b repeatedBlock) gap() resource.Gap {
	return resource.Gap{
		Kind: resource.GapConfig, What: b.what, Range: b.rng, Settle: "rename one of the two",
		Why: fmt.Sprintf("it is declared twice; only the one at %s:%d is evaluated", b.first.Filename, b.first.Start.Line),
	}
}
