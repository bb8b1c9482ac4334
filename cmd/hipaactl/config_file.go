package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

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

func (c *configFlag) addFlag(cmd *cobra.Command) {
	cmd.Flags().Var(c, "config", "read settings from `FILE`; none reads none (default .hipaactl.yaml, here or above in the repository)")
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
