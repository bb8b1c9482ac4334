# Where the data in a snapshot comes from. A policy that uses this declares related lists
# for the types that it judges, and for their members likewise:
#
#   instance:         {type: aws_db_instance, on: identifier = db_instance_identifier}
#   cluster:          {type: aws_rds_cluster, on: cluster_identifier = db_cluster_identifier}
#   volume:           {type: aws_ebs_volume, on: id = volume_id}
#   snapshot:         what a copy was made of, an aws_db_snapshot or aws_ebs_snapshot
#   cluster_snapshot: what the copy of a cluster's snapshot was made of
package hipaactl.lib.snapshots

# lists are those that tell of each type.
lists := {
	"aws_db_snapshot": ["instance"],
	"aws_db_snapshot_copy": ["snapshot"],
	"aws_db_cluster_snapshot": ["cluster"],
	"aws_rds_cluster_snapshot_copy": ["cluster_snapshot"],
	"aws_ebs_snapshot": ["volume"],
	"aws_ebs_snapshot_copy": ["snapshot"],
}

# origins are what the judged snapshot was made of, one or two steps back, by path.
origins[sprintf("_.%s[%d]", [name, i])] := origin if {
	some name in lists[input._.type]
	some i, origin in input._[name]
}

origins[sprintf("_.%s[%d]._.%s[%d]", [name, i, deeper, j])] := origin if {
	some name in lists[input._.type]
	some i, copied in input._[name]
	some deeper in lists[copied._.type]
	some j, origin in copied._[deeper]
}

# phi_paths are what shows that the snapshot holds PHI: its own mark, or that of an origin.
phi_paths contains "_.phi" if input._.phi == "yes"

phi_paths contains sprintf("%s._.phi", [path]) if {
	some path, origin in origins
	origin._.phi == "yes"
}

# all_phi_paths are where that would be seen, for a statement that there is none.
all_phi_paths := array.concat(["_.phi"], array.concat(near, far))

near := [sprintf("_.%s[*]._.phi", [name]) | some name in lists[input._.type]]

far := [sprintf("_.%s[%d]._.%s[*]._.phi", [name, i, deeper]) |
	some name in lists[input._.type]
	some i, copied in input._[name]
	some deeper in lists[copied._.type]
]

# everybody is how RDS and EC2 write that every AWS account may restore a snapshot.
everybody := "all"

# stranger tells whether an account that a snapshot is shared with is none of those
# that are listed: "yes", "perhaps" where it is a reference to something that only apply
# fills, or "no".
stranger(account, listed) := "no" if {
	account in array.concat(listed, [everybody, "ref:account.id"])
} else := "yes" if {
	regex.match(`^[0-9]{12}$`, account)
} else := "perhaps"
