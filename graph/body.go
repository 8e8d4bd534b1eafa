package graph

// Body is an organ that adopts instruments, by its id in the vocabulary of actors
// ("human-rights-council") or, for organs outside it, in the catalogue ("world-health-assembly").
// The zero value: not known.
type Body string

// Bodies that the symbols of documents name by themselves.
const (
	HumanRightsCouncil       Body = "human-rights-council"
	GeneralAssembly          Body = "general-assembly"
	SecurityCouncil          Body = "security-council"
	EconomicAndSocialCouncil Body = "ecosoc"
	CommissionOnHumanRights  Body = "commission-on-human-rights"
	EnvironmentAssembly      Body = "environment-assembly"
	UNHabitatAssembly        Body = "un-habitat-assembly"
	TrusteeshipCouncil       Body = "trusteeship-council"
)

// Actor returns the id of the body's node.
func (b Body) Actor() ID { return ActorID(string(b)) }
