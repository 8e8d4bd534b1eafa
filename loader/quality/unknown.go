package quality

import "recital/loader"

// take adds the names of a reading.
func (c census) take(_ loader.Reading) {}
