package planjson

import "encoding/json"

// document is the outline of a plan or a state. What belongs to one resource stays
// undecoded, so that a fault in it costs that resource alone.
type document struct {
	FormatVersion string `json:"format_version"`
	// Of a plan:
	PlannedValues   *values                    `json:"planned_values"`
	ResourceChanges []json.RawMessage          `json:"resource_changes"`
	DeferredChanges []json.RawMessage          `json:"deferred_changes"`
	PriorState      *state                     `json:"prior_state"`
	Configuration   *configuration             `json:"configuration"`
	Variables       map[string]json.RawMessage `json:"variables"`
	Errored         bool                       `json:"errored"`
	Complete        *bool                      `json:"complete"`
	// Of a state:
	Values *values `json:"values"`
	// Of what is mistaken for one:
	Level   string          `json:"@level"`
	Lineage string          `json:"lineage"`
	Serial  json.RawMessage `json:"serial"`
	Schemas json.RawMessage `json:"provider_schemas"`
	Valid   json.RawMessage `json:"valid"`
}

// isPlan tells a plan from a state, which has values alone.
func (d *document) isPlan() bool {
	return d.PlannedValues != nil || d.ResourceChanges != nil || d.Configuration != nil
}

type state struct {
	Values *values `json:"values"`
}

type values struct {
	RootModule module `json:"root_module"`
}

// module is a module instance with its resources.
type module struct {
	Address      string            `json:"address"`
	Resources    []json.RawMessage `json:"resources"`
	ChildModules []json.RawMessage `json:"child_modules"`
}

// instance is a resource instance in a state or in planned values.
type instance struct {
	Address         string                     `json:"address"`
	Mode            string                     `json:"mode"`
	Type            string                     `json:"type"`
	Name            string                     `json:"name"`
	DeposedKey      string                     `json:"deposed_key"`
	Values          map[string]json.RawMessage `json:"values"`
	SensitiveValues json.RawMessage            `json:"sensitive_values"`
}

// resourceChange is what a plan does to a resource instance.
type resourceChange struct {
	Address       string `json:"address"`
	ModuleAddress string `json:"module_address"`
	Mode          string `json:"mode"`
	Type          string `json:"type"`
	Name          string `json:"name"`
	Deposed       string `json:"deposed"`
	Change        struct {
		Actions        []string                   `json:"actions"`
		After          map[string]json.RawMessage `json:"after"`
		AfterUnknown   json.RawMessage            `json:"after_unknown"`
		AfterSensitive json.RawMessage            `json:"after_sensitive"`
	} `json:"change"`
}

// configuration is the configuration that a plan was made of, as far as the
// format tells: constants and the references of everything else.
type configuration struct {
	ProviderConfig map[string]providerConfig `json:"provider_config"`
	RootModule     moduleConfig              `json:"root_module"`
}

type providerConfig struct {
	Name              string                     `json:"name"`
	FullName          string                     `json:"full_name"`
	Alias             string                     `json:"alias"`
	VersionConstraint string                     `json:"version_constraint"`
	Expressions       map[string]json.RawMessage `json:"expressions"`
}

type moduleConfig struct {
	Outputs   map[string]output         `json:"outputs"`
	Resources []json.RawMessage         `json:"resources"`
	Calls     map[string]*moduleCall    `json:"module_calls"`
	Variables map[string]variableConfig `json:"variables"`
}

type output struct {
	Expression json.RawMessage `json:"expression"`
}

type variableConfig struct {
	Sensitive bool `json:"sensitive"`
}

type moduleCall struct {
	Expressions map[string]json.RawMessage `json:"expressions"`
	ForEach     json.RawMessage            `json:"for_each_expression"`
	Module      *moduleConfig              `json:"module"`
}

type resourceConfig struct {
	Address           string                     `json:"address"`
	Mode              string                     `json:"mode"`
	ProviderConfigKey string                     `json:"provider_config_key"`
	Expressions       map[string]json.RawMessage `json:"expressions"`
	ForEach           json.RawMessage            `json:"for_each_expression"`
}
