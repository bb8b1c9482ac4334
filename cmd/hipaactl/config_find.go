package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// configLimit is the size in bytes beyond which a configuration file is refused: it is read
// before anything else, from a repository that may be anybody's.
const configLimit = 64 << 10

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
	data, err := readLimited(name, configLimit, fmt.Sprintf("larger than %d KiB, too large for settings", configLimit>>10))
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

// readLimited reads a file of limit bytes at most. The error of a larger one is tooLarge.
func readLimited(name string, limit int64, tooLarge string) ([]byte, error) {
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
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, errors.New(tooLarge)
	}
	return data, nil
}
