package awstest

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Hole is an answer in which one thing is missing. Path says what, without numbers:
// "/DescribeVpcsResponse/vpcSet/item/vpcId", ".trailList[].KmsKeyId".
type Hole struct{ Path, Body string }

// Holes are all that can be made of a body in XML or JSON by leaving out one element or
// one member of an object; of what repeats, the first.
func Holes(body string) []Hole {
	all := jsonHoles(body)
	if strings.HasPrefix(strings.TrimSpace(body), "<") {
		all = xmlHoles(body)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(h Hole) bool {
		again := seen[h.Path]
		seen[h.Path] = true
		return again
	})
}

var xmlTag = regexp.MustCompile(`<(/?)([A-Za-z0-9:_.-]+)([^>]*?)(/?)>`)

func xmlHoles(body string) []Hole {
	type element struct {
		name  string
		start int
	}
	var inside []element
	var out []Hole
	cut := func(name string, start, end int) {
		path := ""
		for _, e := range inside {
			path += "/" + e.name
		}
		out = append(out, Hole{path + "/" + name, body[:start] + body[end:]})
	}
	for _, m := range xmlTag.FindAllStringSubmatchIndex(body, -1) {
		name := body[m[4]:m[5]]
		switch {
		case m[2] < m[3] && len(inside) > 0: // </name>
			last := inside[len(inside)-1]
			inside = inside[:len(inside)-1]
			cut(last.name, last.start, m[1])
		case m[8] < m[9]: // <name/>
			cut(name, m[0], m[1])
		default:
			inside = append(inside, element{name, m[0]})
		}
	}
	return out
}

func jsonHoles(body string) []Hole {
	var root any
	if json.Unmarshal([]byte(body), &root) != nil {
		return nil
	}
	var out []Hole
	var walk func(any, string)
	walk = func(v any, path string) {
		switch v := v.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				member := v[key]
				if member == nil {
					continue
				}
				delete(v, key)
				text, _ := json.Marshal(root)
				out = append(out, Hole{fmt.Sprintf("%s.%s", path, key), string(text)})
				v[key] = member
				walk(member, path+"."+key)
			}
		case []any:
			for _, member := range v {
				walk(member, path+"[]")
			}
		}
	}
	walk(root, "")
	return out
}
