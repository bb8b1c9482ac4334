# Words in tags, which policies take for what somebody said of a resource. They declare of it
# {tags_all: map(string)}.
package hipaactl.lib.tag_words

# any holds where the value of a tag holds one of the words, which are in lower case.
any(holder, words) if {
	some value in holder.tags_all
	is_string(value)
	some word in regex.split(`[^a-z0-9]+`, lower(value))
	word in words
}
