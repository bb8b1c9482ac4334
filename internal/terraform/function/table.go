package function

import (
	"path"

	"github.com/hashicorp/go-cty-funcs/cidr"
	"github.com/hashicorp/go-cty-funcs/crypto"
	"github.com/hashicorp/go-cty-funcs/encoding"
	"github.com/hashicorp/go-cty-funcs/uuid"
	"github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// carrying are the functions that put an argument into their result as it is, so
// that an identity which only apply fills goes along. Only these need say what
// they do with their arguments: a function that is not here looks at all of them.
func carrying() map[string]entry {
	all := []use{carries}
	return map[string]entry{
		"chomp":           {Function: stdlib.ChompFunc, uses: all},
		"chunklist":       {Function: stdlib.ChunklistFunc, uses: all},
		"coalesce":        {Function: coalesceFunc, uses: []use{presents}, shallow: true},
		"coalescelist":    {Function: coalesceListFunc, uses: []use{presents}, shallow: true},
		"compact":         {Function: stdlib.CompactFunc, uses: []use{presents}},
		"concat":          {Function: stdlib.ConcatFunc, uses: all, shallow: true, limit: sumLimit},
		"distinct":        {Function: distinctFunc, uses: []use{inspects}, around: tellsApart},
		"element":         {Function: stdlib.ElementFunc, uses: []use{carries, inspects}, shallow: true},
		"ephemeralasnull": {Function: ephemeralAsNullFunc, uses: []use{returns}, shallow: true},
		"flatten":         {Function: stdlib.FlattenFunc, uses: all, gathers: true},
		"format":          {Function: stdlib.FormatFunc, uses: all, verbs: true, limit: formatLimit},
		"formatlist":      {Function: stdlib.FormatListFunc, uses: all, verbs: true, limit: formatLimit},
		"indent":          {Function: stdlib.IndentFunc, uses: []use{inspects, carries}, limit: indentLimit},
		"issensitive":     {Function: isSensitiveFunc, uses: all, shallow: true},
		"join":            {Function: stdlib.JoinFunc, uses: all, limit: joinLimit},
		"jsondecode":      {Function: stdlib.JSONDecodeFunc, uses: all, limit: jsonLimit, fault: "is not valid JSON"},
		"jsonencode":      {Function: stdlib.JSONEncodeFunc, uses: all},
		"keys":            {Function: stdlib.KeysFunc, uses: all, shallow: true},
		"length":          {Function: lengthFunc, uses: []use{inspects}, shallow: true},
		"lookup":          {Function: lookupFunc, uses: []use{carries, inspects, returns}, shallow: true},
		"matchkeys":       {Function: matchKeysFunc, uses: []use{carries, inspects}},
		"merge":           {Function: stdlib.MergeFunc, uses: all, shallow: true, limit: sumLimit},
		"nonsensitive":    {Function: nonsensitiveFunc, uses: []use{returns}, shallow: true},
		"one":             {Function: oneFunc, uses: all, shallow: true},
		"replace":         {Function: replaceFunc, uses: []use{inspects, inspects, carries}, around: replacesAround, limit: replaceLimit},
		"reverse":         {Function: stdlib.ReverseListFunc, uses: all, shallow: true},
		"sensitive":       {Function: sensitiveFunc, uses: []use{returns}, shallow: true},
		"setproduct":      {Function: stdlib.SetProductFunc, uses: all, shallow: true, limit: productLimit},
		"slice":           {Function: stdlib.SliceFunc, uses: []use{carries, inspects}, shallow: true},
		"tolist":          {Function: conversion(cty.List(cty.DynamicPseudoType)), uses: []use{returns}},
		"tomap":           {Function: conversion(cty.Map(cty.DynamicPseudoType)), uses: []use{returns}},
		"toset":           {Function: conversion(cty.Set(cty.DynamicPseudoType)), uses: []use{returns}},
		"tostring":        {Function: conversion(cty.String), uses: []use{returns}},
		"trimspace":       {Function: stdlib.TrimSpaceFunc, uses: all},
		"values":          {Function: stdlib.ValuesFunc, uses: all, shallow: true},
		"yamlencode":      {Function: yaml.YAMLEncodeFunc, uses: all},
		"zipmap":          {Function: stdlib.ZipmapFunc, uses: all},
	}
}

// limited are functions that look at their arguments and need a limit of their own.
func limited() map[string]entry {
	const instant = "needs a timestamp of RFC 3339 and a valid format or duration"
	return map[string]entry{
		"csvdecode":  {Function: stdlib.CSVDecodeFunc, limit: csvLimit, fault: "is not valid CSV"},
		"formatdate": {Function: stdlib.FormatDateFunc, fault: instant},
		"parseint":   {Function: stdlib.ParseIntFunc, limit: digitsLimit},
		"regex":      {Function: stdlib.RegexFunc, limit: regexLimit},
		"regexall":   {Function: stdlib.RegexAllFunc, limit: regexLimit},
		"split":      {Function: stdlib.SplitFunc, limit: splitLimit},
		"timeadd":    {Function: stdlib.TimeAddFunc, fault: instant},
		"tobool":     {Function: conversion(cty.Bool)},
		"tonumber":   {Function: conversion(cty.Number), limit: digitsLimit},
		"yamldecode": {Function: yaml.YAMLDecodeFunc, limit: yamlLimit, fault: "is not valid YAML"},
	}
}

// inspecting are all the other functions.
func inspecting() map[string]function.Function {
	return map[string]function.Function{
		"abs":              stdlib.AbsoluteFunc,
		"alltrue":          allTrueFunc,
		"anytrue":          anyTrueFunc,
		"base64decode":     base64DecodeFunc,
		"base64encode":     encoding.Base64EncodeFunc,
		"base64gzip":       base64GzipFunc,
		"base64sha256":     mapping(base64SHA256, "str"),
		"base64sha512":     mapping(base64SHA512, "str"),
		"basename":         mapping(path.Base, "path"),
		"ceil":             stdlib.CeilFunc,
		"cidrhost":         prefixed(cidr.HostFunc),
		"cidrnetmask":      prefixed(netmaskFunc),
		"cidrsubnet":       prefixed(cidr.SubnetFunc),
		"cidrsubnets":      prefixed(cidr.SubnetsFunc),
		"contains":         stdlib.ContainsFunc,
		"dirname":          mapping(path.Dir, "path"),
		"endswith":         endsWithFunc,
		"floor":            stdlib.FloorFunc,
		"index":            indexFunc,
		"log":              stdlib.LogFunc,
		"lower":            stdlib.LowerFunc,
		"max":              stdlib.MaxFunc,
		"md5":              crypto.Md5Func,
		"min":              stdlib.MinFunc,
		"pow":              stdlib.PowFunc,
		"range":            stdlib.RangeFunc,
		"setintersection":  stdlib.SetIntersectionFunc,
		"setsubtract":      stdlib.SetSubtractFunc,
		"setunion":         stdlib.SetUnionFunc,
		"sha1":             crypto.Sha1Func,
		"sha256":           crypto.Sha256Func,
		"sha512":           crypto.Sha512Func,
		"signum":           stdlib.SignumFunc,
		"sort":             stdlib.SortFunc,
		"startswith":       startsWithFunc,
		"strcontains":      strContainsFunc,
		"strrev":           stdlib.ReverseFunc,
		"substr":           stdlib.SubstrFunc,
		"sum":              sumFunc,
		"textdecodebase64": textDecodeBase64Func,
		"textencodebase64": textEncodeBase64Func,
		"timecmp":          timecmpFunc,
		"title":            stdlib.TitleFunc,
		"transpose":        transposeFunc,
		"trim":             stdlib.TrimFunc,
		"trimprefix":       stdlib.TrimPrefixFunc,
		"trimsuffix":       stdlib.TrimSuffixFunc,
		"upper":            stdlib.UpperFunc,
		"urlencode":        encoding.URLEncodeFunc,
		"uuidv5":           uuid.V5Func,
	}
}
