package aws

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
)

// Shard is one of several parts of an organization, for audits that share the work. The
// zero value is all of it.
type Shard struct {
	// Index counts from 0, as the engines do that number their jobs.
	Index, Of int
}

// ParseShard reads INDEX/OF, as in 3/8.
func ParseShard(text string) (Shard, error) {
	index, of, ok := strings.Cut(text, "/")
	i, errIndex := strconv.Atoi(index)
	n, errOf := strconv.Atoi(of)
	if !ok || errIndex != nil || errOf != nil || i < 0 || i >= n || n > maxShards {
		return Shard{}, fmt.Errorf("want INDEX/OF, from 0/8 to 7/8 for eight parts")
	}
	return Shard{i, n}, nil
}

// maxShards is more than any organization has accounts.
const maxShards = 100_000

// holds tells whether an account belongs to the part. That depends on its id alone: audits
// that list the organization at different times, while accounts come and go, neither miss one nor read one twice.
func (s Shard) holds(id string) bool {
	if s.Of == 0 {
		return true
	}
	sum := sha256.Sum256([]byte(id))
	return binary.BigEndian.Uint64(sum[:])%uint64(s.Of) == uint64(s.Index) //nolint:gosec // neither is negative
}

// String is 3/8.
func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Index, s.Of) }
