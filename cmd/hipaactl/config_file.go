package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"
)

// configLimit is the size in bytes beyond which a configuration file is refused: it is read
// before anything else, from a repository that may be anybody's.
const configLimit = 64 << 10

// configFile is a configuration file that was read and found right.
type configFile struct {
	// name is the file as seen from the working directory; empty where there is none.
	name    string
	entries []entry
}

// entry is a setting as the file gives it. Thresholds are spelled as --param takes them.
type entry struct {
	setting setting
	line    int
	values  []item
}

// item is one value, with what YAML takes it for: !!str, !!int, !!seq.
type item struct {
	text string
	tag  string
	line int
}

// configFlag is --config. It carries what was read to the command that has the flag.
type configFlag struct {
	named string
	// file is what was read; used are its settings that the command took over.
	file configFile
	used []entry
}

func (c *configFlag) String() string { return c.named }
func (c *configFlag) Type() string   { return "string" }

func (c *configFlag) Set(name string) error {
	if name == "" {
		return errors.New("want a file, or none")
	}
	c.named = name
	return nil
}

// noConfig is the value of --config for "read no file".
const noConfig = "none"

// fromFile sets what neither the command line nor the environment did from the configuration
// file, for commands that have --config.
func fromFile(flags *pflag.FlagSet) error {
	f := flags.Lookup("config")
	if f == nil {
		return nil
	}
	c, ok := f.Value.(*configFlag)
	if !ok {
		return nil
	}
	name := c.named
	if name == noConfig {
		return nil
	}
	if name == "" {
		var err error
		if name, err = findConfig(); err != nil || name == "" {
			return err
		}
	}
	var err error
	if c.file, err = readConfig(name); err != nil {
		return usageError{err: err}
	}
	c.used, err = c.file.apply(flags)
	return err
}

// findConfig looks for the file in the working directory and above it, up to the root of
// the repository, and nowhere else: a file that lies above a repository, or in /tmp, is not
// the project's. The nearest one counts alone.
func findConfig() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the working directory: %w", err)
	}
	root := above(dir)
	if root == "" {
		root = dir
	}
	for here := dir; ; here = filepath.Dir(here) {
		for _, name := range []string{configName, ".hipaactl.yml"} {
			file := filepath.Join(here, name)
			if _, err := os.Lstat(file); errors.Is(err, os.ErrNotExist) {
				continue
			}
			if file, err = filepath.Rel(dir, file); err != nil {
				return "", fmt.Errorf("find %s: %w", configName, err)
			}
			if name != configName {
				return "", usagef("%s: is not read under this name: call it %s", filepath.ToSlash(file), configName)
			}
			return file, nil
		}
		if here == root || here == filepath.Dir(here) {
			return "", nil
		}
	}
}

// readConfig reads and checks a file. The error joins everything that is wrong, each with
// file:line and what to do.
func readConfig(name string) (configFile, error) {
	shown := filepath.ToSlash(name)
	data, err := readLimited(name)
	if err != nil {
		var path *os.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		return configFile{}, fmt.Errorf("%s: %w", shown, err)
	}
	entries, err := decodeConfig(shown, data)
	if err != nil {
		return configFile{}, err
	}
	c := configFile{name: shown, entries: entries}
	return c, c.place(filepath.Dir(name))
}

func readLimited(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a file")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, configLimit+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	if len(data) > configLimit {
		return nil, fmt.Errorf("larger than %d KiB, too large for settings", configLimit>>10)
	}
	return data, nil
}

// place turns paths from the file's directory into paths from the working directory, and
// checks that they lead where they may.
func (c configFile) place(dir string) error {
	var errs []error
	for _, e := range c.entries {
		for i := range e.values {
			v := &e.values[i]
			text, err := e.setting.paths.place(dir, v.text)
			if err != nil {
				errs = append(errs, fmt.Errorf("%s:%d: %s: %w", c.name, v.line, e.setting.key, err))
			}
			v.text = text
		}
	}
	return errors.Join(errs...)
}

func (p paths) place(dir, text string) (string, error) {
	switch p {
	case directories, files:
		if !filepath.IsAbs(text) {
			text = filepath.Join(dir, filepath.FromSlash(text))
		}
		if p == files {
			return text, nil
		}
		info, err := os.Stat(text)
		switch {
		case err != nil:
			return text, fmt.Errorf("%s: there is no such directory", filepath.ToSlash(text))
		case !info.IsDir():
			return text, fmt.Errorf("%s: not a directory", filepath.ToSlash(text))
		}
	case documents:
		format, file, toFile := strings.Cut(text, "=")
		if !toFile {
			return text, nil
		}
		if err := within(dir, file); err != nil {
			return text, err
		}
		return format + "=" + filepath.Join(dir, filepath.FromSlash(file)), nil
	case noPaths:
	}
	return text, nil
}

// within refuses documents outside of the file's directory: whoever scans a repository that
// is not theirs must not have it write elsewhere. Flags may name any file.
func within(dir, file string) error {
	refused := fmt.Errorf("%s: lies outside of the directory of %s: a flag may name it (--format), the file may not", file, configName)
	if !filepath.IsLocal(filepath.FromSlash(file)) {
		return refused
	}
	own, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return err
	}
	for at := filepath.Join(own, filepath.FromSlash(file)); ; at = filepath.Dir(at) {
		target, err := filepath.EvalSymlinks(at)
		if err != nil {
			if _, dangling := os.Lstat(at); dangling == nil {
				return refused
			}
			continue // not there yet
		}
		if rel, err := filepath.Rel(own, target); err != nil || !filepath.IsLocal(rel) {
			return refused
		}
		return nil
	}
}

// apply lays the file's values below those of the command line and the environment, and
// returns what the command has from it.
func (c configFile) apply(flags *pflag.FlagSet) ([]entry, error) {
	var used []entry
	for _, e := range c.entries {
		f := e.setting.of(flags)
		if f == nil || f.Changed && e.setting.kind != thresholds {
			continue
		}
		if err := c.lay(f, e); err != nil {
			return nil, err
		}
		used = append(used, e)
	}
	return used, nil
}

func (c configFile) lay(f *pflag.Flag, e entry) error {
	var values, origins []string
	for _, v := range e.values {
		values = append(values, v.text)
		origins = append(origins, fmt.Sprintf("%s:%d", c.name, v.line))
	}
	if err := lay(f, values, origins); err != nil {
		return usagef("%s:%d: %s: %w", c.name, e.line, e.setting.key, unquoted(err))
	}
	return nil
}

// said is how the user gave a value to a flag: "--rule X", or ".hipaactl.yaml:3: rules.include: X".
func (c configFlag) said(flag, value string) string {
	if e, v := c.find(flag, value); v != nil {
		return fmt.Sprintf("%s:%d: %s: %s", c.file.name, v.line, e.setting.key, value)
	}
	return "--" + flag + " " + value
}

// find is the value of the file that a flag has, nil where it has it from elsewhere.
func (c configFlag) find(flag, value string) (*entry, *item) {
	for i := range c.used {
		e := &c.used[i]
		for j := range e.values {
			if e.setting.flag == flag && e.values[j].text == value {
				return e, &e.values[j]
			}
		}
	}
	return nil, nil
}

// saidParam is the same for a threshold.
func (c configFlag) saidParam(key, text string) string {
	if e, v := c.find("param", text); v != nil {
		return fmt.Sprintf("%s:%d: %s.%s", c.file.name, v.line, e.setting.key, key)
	}
	return "--param " + key
}

// tagOf is what YAML takes a threshold's value for, empty where it is not from the file.
func (c configFlag) tagOf(text string) string {
	if _, v := c.find("param", text); v != nil {
		return v.tag
	}
	return ""
}
