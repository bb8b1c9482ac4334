package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/hipaactl/hipaactl/internal/terraform"
)

// modules takes over what terraform init downloaded in the working tree, which git does not
// have: for each root of the revision, the modules whose call is the same in both. A call of
// another version stays unread there, so that what it brings is new.
func (c *copied) modules(data string) error {
	if data == "" {
		data = ".terraform"
	}
	if !filepath.IsLocal(data) {
		return nil
	}
	return filepath.WalkDir(c.to, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil || !e.IsDir():
			return err
		case name != c.to && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		}
		rel, err := filepath.Rel(c.to, name)
		if err != nil {
			return err
		}
		return c.installed(filepath.Join(rel, data, "modules"), rel)
	})
}

// manifest is what terraform init writes beside the modules. Entries keep all their keys.
type manifest struct{ Modules []map[string]any }

// installed takes over the modules of one root.
func (c *copied) installed(dir, root string) error {
	text, err := os.ReadFile(filepath.Join(c.from, dir, "modules.json"))
	if err != nil {
		return nil // nothing is installed
	}
	if _, err := os.Lstat(filepath.Join(c.to, dir)); err == nil {
		return nil // the revision has its own
	}
	var all, same manifest
	if err := json.Unmarshal(text, &all); err != nil {
		return nil // as if nothing were: the scan says so
	}
	for _, m := range all.Modules {
		key, _ := m["Key"].(string)
		if c.sameCall(root, strings.Split(key, ".")) {
			same.Modules = append(same.Modules, m)
		} else {
			c.changed = append(c.changed, path.Join(filepath.ToSlash(root), "module."+key))
		}
	}
	if text, err = json.Marshal(same); err != nil {
		return err
	}
	if err := copyTree(filepath.Join(c.from, dir), filepath.Join(c.to, dir)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(c.to, dir, "modules.json"), text, onlyOwner)
}

// sameCall tells whether a module, vpc or network.vpc, is called alike in both revisions: up
// to where the calls leave the repository, from which on they are what was downloaded.
func (c *copied) sameCall(dir string, keys []string) bool {
	for _, key := range keys {
		if key == "" {
			return true // the root itself
		}
		old, now := c.callsIn(c.to, dir)[key], c.callsIn(c.from, dir)[key]
		if old != now || !old.Local() {
			return old == now && old.Source != ""
		}
		dir = filepath.Join(dir, filepath.FromSlash(old.Source))
	}
	return true
}

func (c *copied) callsIn(tree, dir string) map[string]terraform.Call {
	dir = filepath.Join(tree, dir)
	if c.calls[dir] == nil {
		c.calls[dir] = terraform.Calls(dir)
	}
	return c.calls[dir]
}

// copyTree copies the files of downloaded modules that a scan may read.
func copyTree(from, to string) error {
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	in, err := os.OpenRoot(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // a directory
	out, err := os.OpenRoot(to)
	if err != nil {
		return err
	}
	defer func() { _ = out.Close() }()
	return fs.WalkDir(in.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && e.Name() == ".git":
			return fs.SkipDir
		case e.IsDir():
			return out.MkdirAll(name, 0o700)
		case !e.Type().IsRegular():
			return nil
		}
		if info, err := e.Info(); err != nil || !readable(name, info.Size()) {
			return err
		}
		text, err := in.ReadFile(name)
		if err != nil {
			return err
		}
		return out.WriteFile(name, text, onlyOwner)
	})
}
