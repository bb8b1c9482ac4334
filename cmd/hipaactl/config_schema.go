package main

import "strings"

// object is a JSON object.
type object = map[string]any

// configSchema is the JSON Schema of the configuration file, made from the table of settings.
// docs/schema/config.v1.json is this; editors check the file by it while it is written.
func configSchema() object {
	root := mapping()
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = "https://github.com/hipaactl/hipaactl/docs/schema/config.v1.json"
	root["title"] = configName + ", version 1"
	root["description"] = "Settings of hipaactl. Each key stands for a flag, which beats HIPAACTL_* in the environment, which beats the file."
	for _, s := range settings() {
		at := root
		name := s.key
		if section, rest, nested := strings.Cut(s.key, "."); nested {
			properties := at["properties"].(object)
			if properties[section] == nil {
				properties[section] = mapping()
			}
			at, name = properties[section].(object), rest
		}
		at["properties"].(object)[name] = s.schema()
	}
	return root
}

// mapping is a mapping of known keys. A section whose lines are all comments is null.
func mapping() object {
	return object{"type": []string{"object", "null"}, "additionalProperties": false, "properties": object{}}
}

func (s setting) schema() object {
	out := object{"description": s.about}
	switch s.kind {
	case text:
		out["type"] = "string"
		if s.values != nil {
			out["enum"] = s.values
		}
	case truth:
		out["type"] = "boolean"
	case number:
		out["type"], out["minimum"] = "integer", 1
	case list:
		out["type"], out["minItems"], out["items"] = "array", 1, object{"type": "string", "minLength": 1}
	case thresholds:
		member := object{"type": []string{"string", "integer"}, "pattern": "^[^,]+$"}
		out["type"] = []string{"object", "null"}
		out["propertyNames"] = object{"pattern": `^[^.= ]+\.[^= ]+$`}
		out["additionalProperties"] = object{"oneOf": []object{
			{"type": []string{"number", "boolean", "string"}}, {"type": "array", "items": member},
		}}
	}
	return out
}
