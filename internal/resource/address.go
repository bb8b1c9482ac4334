package resource

import "strings"

// Address names one resource instance as Terraform prints it, for example
// module.db["a"].aws_db_instance.main[0]. It is comparable, so it can be a map key.
type Address struct {
	// Module is the module instance path, `module.db["a"].module.x[0]`, empty in the root module.
	Module string
	// Data is set for data sources.
	Data bool
	// Type is the provider's resource type, aws_db_instance.
	Type string
	// Name is the block's second label.
	Name string
	// Key is the printed instance key: empty, `[0]`, `["a"]`, or `[*]` where
	// count or for_each is unknown and the one instance stands for all.
	Key string
}

// String prints the address as Terraform does.
func (a Address) String() string {
	var b strings.Builder
	if a.Module != "" {
		b.WriteString(a.Module)
		b.WriteByte('.')
	}
	if a.Data {
		b.WriteString("data.")
	}
	b.WriteString(a.Type)
	if a.Name != "" {
		b.WriteByte('.')
		b.WriteString(a.Name)
	}
	b.WriteString(a.Key)
	return b.String()
}

// IsZero tells whether the address names nothing.
func (a Address) IsZero() bool { return a == Address{} }
