package backend

import (
	"encoding/json"
	"errors"
	"path"
	"strings"
)

// MaxState is how large a state file may be, in bytes, to be looked into.
const MaxState = 64 << 20

// StateFile is what a state file is known to hold.
type StateFile struct {
	// Encrypted tells that OpenTofu encrypted it.
	Encrypted bool
	// Holds tells that it holds resources or outputs, as far as can be seen.
	Holds bool
}

// IsState tells whether a file is a state, or the backup that Terraform makes of one.
func IsState(name string) bool {
	base := path.Base(name)
	return strings.HasSuffix(base, ".tfstate") || strings.HasSuffix(base, ".tfstate.backup") || strings.Contains(base, ".tfstate.") && strings.HasSuffix(base, ".backup")
}

// ReadState looks into a state file. The error says what it is instead.
func ReadState(src []byte) (StateFile, error) {
	var doc struct {
		Version   *json.Number               `json:"version"`
		Resources []json.RawMessage          `json:"resources"`
		Outputs   map[string]json.RawMessage `json:"outputs"`
		Modules   []json.RawMessage          `json:"modules"`
		Encrypted *json.RawMessage           `json:"encrypted_data"`
	}
	if len(src) > MaxState {
		return StateFile{}, errors.New("the state is too large to be looked into")
	}
	if err := json.Unmarshal(src, &doc); err != nil {
		return StateFile{}, errors.New("the file is named as a state and is not JSON")
	}
	return StateFile{Encrypted: doc.Encrypted != nil, Holds: doc.Encrypted != nil || len(doc.Resources) > 0 || len(doc.Outputs) > 0 || len(doc.Modules) > 0}, nil
}
