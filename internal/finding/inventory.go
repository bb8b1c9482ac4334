package finding

// Inventory lists what was seen, whether or not a rule judges it: the assets, what of them
// holds PHI and how they hang together (HIPAA-INV-001, 164.310(d)(2)(iii)).
type Inventory struct {
	// Assets are in the order of root, address.
	Assets []Asset `json:"assets"`
	// Links are in the order of their ends.
	Links []Link `json:"links"`
}

// Asset is one resource.
type Asset struct {
	Resource
	// PHI is "yes", "no", "unmarked" or "unknown"; PHIWhy names the marker that decided.
	PHI    string `json:"phi"`
	PHIWhy string `json:"phi_why,omitempty"`
	// File and Line are where it is declared, for code.
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}

// Link joins two assets.
type Link struct {
	// From and To are positions in Assets.
	From int `json:"from"`
	To   int `json:"to"`
	// Kind is "network" where To lies in From (a subnet in its VPC, a database in its
	// subnet), "attached" where To guards From (a security group), else the edge's
	// name in the table of PHI edges: "replica".
	Kind string `json:"kind"`
	// Via is the attribute that holds the reference, with the address of the resource that has it.
	Via string `json:"via"`
	Why string `json:"why"`
	// PHI tells that PHI gets from one to the other.
	PHI bool `json:"phi"`
}
