package provider

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// rewrite brings an old argument, or the many spellings of one value, to one form.
type rewrite struct {
	typ string
	// attr is the attribute whose reading makes the rewriting necessary.
	attr string
	// needs is what else must be read for it; nil for nothing.
	needs *resource.Shape
	// apply changes the resource's attributes in place.
	apply func(values map[string]cty.Value)
	// doc is the page that says that the two mean the same.
	doc string
}

func (r rewrite) needed(shape *resource.Shape) *resource.Shape {
	if shape.Attr(r.attr) == nil {
		return nil
	}
	return r.needs
}

// rewrites is a table by current type.
var rewrites = []rewrite{
	{"aws_s3_bucket", "object_lock_enabled", objectOf("object_lock_configuration", list(objectOf("object_lock_enabled", leaf(resource.String)))), lockFromBlock, page("s3_bucket")},
	{"aws_s3_bucket_lifecycle_configuration", "rule", objectOf("rule", list(objectOf("prefix", leaf(resource.String)))), prefixIntoFilter, page("s3_bucket_lifecycle_configuration")},
	{"aws_flow_log", "log_destination", objectOf("log_group_name", leaf(resource.String)), renamed("log_group_name", "log_destination", nil), docs + "guides/version-6-upgrade.html.markdown"},
	{"aws_opensearch_domain", "engine_version", objectOf("elasticsearch_version", leaf(resource.String)), renamed("elasticsearch_version", "engine_version", elasticsearch), page("opensearch_domain")},
	{"aws_default_security_group", "ingress", nil, within("ingress", "protocol", protocol), page("security_group")},
	{"aws_default_security_group", "egress", nil, within("egress", "protocol", protocol), page("security_group")},
	{"aws_security_group", "ingress", nil, within("ingress", "protocol", protocol), page("security_group")},
	{"aws_security_group", "egress", nil, within("egress", "protocol", protocol), page("security_group")},
	{"aws_security_group_rule", "protocol", nil, spelled("protocol", protocol), page("security_group_rule")},
	{"aws_vpc_security_group_egress_rule", "ip_protocol", nil, spelled("ip_protocol", protocol), page("vpc_security_group_egress_rule")},
	{"aws_vpc_security_group_ingress_rule", "ip_protocol", nil, spelled("ip_protocol", protocol), page("vpc_security_group_ingress_rule")},
	{"aws_lb_listener", "protocol", nil, spelled("protocol", strings.ToUpper), page("lb_listener")},
	{"aws_lb_target_group", "protocol", nil, spelled("protocol", strings.ToUpper), page("lb_target_group")},
	{"aws_elb", "listener", nil, within("listener", "lb_protocol", strings.ToLower), page("elb")},
	{"github_branch_protection", "repository_id", objectOf("repository", leaf(resource.String)), renamed("repository", "repository_id", nil), gitHubPage("branch_protection_v3")},
	{"github_branch_protection", "pattern", objectOf("branch", leaf(resource.String)), renamed("branch", "pattern", nil), gitHubPage("branch_protection_v3")},
	{"github_branch_protection", "required_status_checks", objectOf("required_status_checks", list(objectOf("checks", list(leaf(resource.String))))), contextsFromChecks, gitHubPage("branch_protection_v3")},
	{"github_repository", "visibility", objectOf("private", leaf(resource.Bool)), visibilityFromPrivate, gitHubPage("repository")},
}

// lockFromBlock turns object_lock_enabled on where the old block says so.
func lockFromBlock(values map[string]cty.Value) {
	if !absent(values["object_lock_enabled"]) {
		return
	}
	blocks, marks, ok := members(values["object_lock_configuration"])
	switch {
	case ok && len(blocks) == 1 && len(resource.MarksOf(marks).Open) == 0:
		block, own, ok := attributes(blocks[0])
		if enabled, seen := block["object_lock_enabled"]; ok && seen {
			values["object_lock_enabled"] = mapped(enabled, cty.Bool, func(v cty.Value) (cty.Value, bool) {
				word, ok := text(v)
				return cty.BoolVal(word == "Enabled"), ok
			})
		} else if !ok {
			values["object_lock_enabled"] = cty.UnknownVal(cty.Bool).WithMarks(own)
		}
	case ok && len(blocks) == 0 && len(resource.MarksOf(marks).Open) == 0, absent(values["object_lock_configuration"]):
	default:
		values["object_lock_enabled"] = cty.UnknownVal(cty.Bool).WithMarks(causes(marks))
	}
}

// prefixIntoFilter moves a rule's deprecated prefix to the filter that replaced it.
func prefixIntoFilter(values map[string]cty.Value) {
	rules, marks, ok := members(values["rule"])
	if !ok {
		return
	}
	for i, rule := range rules {
		attrs, own, ok := attributes(rule)
		if prefix, seen := attrs["prefix"]; ok && seen {
			if unset(attrs["filter"]) && !absent(prefix) {
				attrs["filter"] = cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"prefix": prefix})})
			}
			delete(attrs, "prefix")
			rules[i] = object(attrs).WithMarks(own)
		}
	}
	values["rule"] = cty.TupleVal(rules).WithMarks(marks)
}

// renamed gives an argument its current name, unless that is set as well.
func renamed(old, now string, convert func(string) string) func(map[string]cty.Value) {
	return func(values map[string]cty.Value) {
		v, ok := values[old]
		if !ok {
			return
		}
		delete(values, old)
		if absent(v) || !unset(values[now]) {
			return
		}
		values[now] = v
		if convert != nil {
			spelled(now, convert)(values)
		}
	}
}

// spelled brings the text of an argument to one spelling.
func spelled(attr string, convert func(string) string) func(map[string]cty.Value) {
	return func(values map[string]cty.Value) {
		if v, ok := values[attr]; ok {
			values[attr] = respell(v, convert)
		}
	}
}

// within does so in every block of a list.
func within(block, attr string, convert func(string) string) func(map[string]cty.Value) {
	return func(values map[string]cty.Value) {
		blocks, marks, ok := members(values[block])
		if !ok {
			return
		}
		for i, b := range blocks {
			if attrs, own, ok := attributes(b); ok {
				spelled(attr, convert)(attrs)
				blocks[i] = object(attrs).WithMarks(own)
			}
		}
		values[block] = cty.TupleVal(blocks).WithMarks(marks)
	}
}

func respell(v cty.Value, convert func(string) string) cty.Value {
	if now, ok := text(v); ok && !resource.HasPlaceholder(now) && convert(now) != now {
		_, marks := v.Unmark()
		return cty.StringVal(convert(now)).WithMarks(marks)
	}
	return v
}

// protocols are the numbers and names that mean the same in a security group rule:
// https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml
var protocols = map[string]string{"all": "-1", "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"}

func protocol(name string) string {
	name = strings.ToLower(name)
	if canonical, ok := protocols[name]; ok {
		return canonical
	}
	return name
}

// elasticsearch is the engine that aws_elasticsearch_domain's version number means.
func elasticsearch(version string) string {
	if strings.Contains(version, "_") {
		return version
	}
	return "Elasticsearch_" + version
}

func leaf(k resource.Kind) *resource.Shape { return &resource.Shape{Kind: k} }

func list(elem *resource.Shape) *resource.Shape {
	return &resource.Shape{Kind: resource.List, Elem: elem}
}

func objectOf(attr string, s *resource.Shape) *resource.Shape {
	return &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{attr: s}}
}
