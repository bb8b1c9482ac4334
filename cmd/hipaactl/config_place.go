package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

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
