@0xb3c1f0a9d2e45a00;
# The list of all event types.  The registry enumerates these fields by reflection: one line per type,
# field names do not matter, nothing else has to be told about a new type.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("sinetti::schema");

struct Catalogue {
  # evaluation.capnp
  evidenceStudyStarted @0 :import "evaluation.capnp".EvidenceStudyStarted;
  evidenceSurveyConducted @1 :import "evaluation.capnp".EvidenceSurveyConducted;
  evidenceInterviewsConducted @2 :import "evaluation.capnp".EvidenceInterviewsConducted;
  evidenceCollected @3 :import "evaluation.capnp".EvidenceCollected;
  evidenceConclusionDrawn @4 :import "evaluation.capnp".EvidenceConclusionDrawn;
  evaluationCommissioned @5 :import "evaluation.capnp".EvaluationCommissioned;
  evaluationFindingRecorded @6 :import "evaluation.capnp".EvaluationFindingRecorded;
  evaluationRecommendationIssued @7 :import "evaluation.capnp".EvaluationRecommendationIssued;
  evaluationResponseGiven @8 :import "evaluation.capnp".EvaluationResponseGiven;
  # funding.capnp
  fundingProgrammeTotalStated @9 :import "funding.capnp".FundingProgrammeTotalStated;
  fundingYearTotalStated @10 :import "funding.capnp".FundingYearTotalStated;
  fundingPlanLineRecorded @11 :import "funding.capnp".FundingPlanLineRecorded;
  fundingGranted @12 :import "funding.capnp".FundingGranted;
  fundingPaid @13 :import "funding.capnp".FundingPaid;
  fundingReclaimed @14 :import "funding.capnp".FundingReclaimed;
  fundingSettledToSuccessor @15 :import "funding.capnp".FundingSettledToSuccessor;
  costSharingKeyDefined @16 :import "funding.capnp".CostSharingKeyDefined;
  costSharingKeyChanged @17 :import "funding.capnp".CostSharingKeyChanged;
  costSharingShareAllocated @18 :import "funding.capnp".CostSharingShareAllocated;
  costSharingDisputeRaised @19 :import "funding.capnp".CostSharingDisputeRaised;
  costSharingDisputeSettled @20 :import "funding.capnp".CostSharingDisputeSettled;
  # org.capnp
  orgRegistered @21 :import "org.capnp".OrgRegistered;
  orgRenamed @22 :import "org.capnp".OrgRenamed;
  orgMergedInto @23 :import "org.capnp".OrgMergedInto;
  orgDissolved @24 :import "org.capnp".OrgDissolved;
  orgSuccessor @25 :import "org.capnp".OrgSuccessor;
  orgRoleAssigned @26 :import "org.capnp".OrgRoleAssigned;
  orgControlChanged @27 :import "org.capnp".OrgControlChanged;
  areaDefined @28 :import "org.capnp".AreaDefined;
  areaMembersDefined @29 :import "org.capnp".AreaMembersDefined;
  orgModelNodeProposed @30 :import "org.capnp".OrgModelNodeProposed;
  orgModelModelVersioned @31 :import "org.capnp".OrgModelModelVersioned;
  competenceTransferred @32 :import "org.capnp".CompetenceTransferred;
  # participation.capnp
  gatheringHeld @33 :import "participation.capnp".GatheringHeld;
  gatheringAttendanceReported @34 :import "participation.capnp".GatheringAttendanceReported;
  engagementCumulativeReported @35 :import "participation.capnp".EngagementCumulativeReported;
  engagementChannelUsed @36 :import "participation.capnp".EngagementChannelUsed;
  consultationRoundPlanned @37 :import "participation.capnp".ConsultationRoundPlanned;
  consultationOpened @38 :import "participation.capnp".ConsultationOpened;
  consultationStatementReceived @39 :import "participation.capnp".ConsultationStatementReceived;
  consultationClosed @40 :import "participation.capnp".ConsultationClosed;
  handlingStepPlanned @41 :import "participation.capnp".HandlingStepPlanned;
  handlingStepDone @42 :import "participation.capnp".HandlingStepDone;
  # planning.capnp
  decisionPlanned @43 :import "planning.capnp".DecisionPlanned;
  decisionDeferred @44 :import "planning.capnp".DecisionDeferred;
  decisionMissed @45 :import "planning.capnp".DecisionMissed;
  # project.capnp
  programmeRegistered @46 :import "project.capnp".ProgrammeRegistered;
  programmeFocusAreaLinked @47 :import "project.capnp".ProgrammeFocusAreaLinked;
  programmeStrandDefined @48 :import "project.capnp".ProgrammeStrandDefined;
  programmeLinkRecorded @49 :import "project.capnp".ProgrammeLinkRecorded;
  projectPlanned @50 :import "project.capnp".ProjectPlanned;
  projectRegistered @51 :import "project.capnp".ProjectRegistered;
  projectPhasePlanned @52 :import "project.capnp".ProjectPhasePlanned;
  projectStarted @53 :import "project.capnp".ProjectStarted;
  projectPhaseStarted @54 :import "project.capnp".ProjectPhaseStarted;
  projectPhaseEnded @55 :import "project.capnp".ProjectPhaseEnded;
  projectEnded @56 :import "project.capnp".ProjectEnded;
  projectReported @57 :import "project.capnp".ProjectReported;
  projectAdministratorNamed @58 :import "project.capnp".ProjectAdministratorNamed;
  projectRoleAssigned @59 :import "project.capnp".ProjectRoleAssigned;
  positionRequirementSet @60 :import "project.capnp".PositionRequirementSet;
  positionFilled @61 :import "project.capnp".PositionFilled;
  objectiveSet @62 :import "project.capnp".ObjectiveSet;
  objectiveChanged @63 :import "project.capnp".ObjectiveChanged;
  milestonePlanned @64 :import "project.capnp".MilestonePlanned;
  milestoneReached @65 :import "project.capnp".MilestoneReached;
  milestoneMissed @66 :import "project.capnp".MilestoneMissed;
  # rule.capnp
  ruleRegistered @67 :import "rule.capnp".RuleRegistered;
  ruleReferenced @68 :import "rule.capnp".RuleReferenced;
  ruleVersionInForce @69 :import "rule.capnp".RuleVersionInForce;
  ruleRepealed @70 :import "rule.capnp".RuleRepealed;
  # source.capnp
  sourceCaptured @71 :import "source.capnp".SourceCaptured;
  documentPublished @72 :import "source.capnp".DocumentPublished;
  documentLinked @73 :import "source.capnp".DocumentLinked;
  documentSuperseded @74 :import "source.capnp".DocumentSuperseded;
  valueStatedMissing @75 :import "source.capnp".ValueStatedMissing;
  valueReadingChosen @76 :import "source.capnp".ValueReadingChosen;
  discrepancyDetected @77 :import "source.capnp".DiscrepancyDetected;
  discrepancyExplained @78 :import "source.capnp".DiscrepancyExplained;
  discrepancyAccepted @79 :import "source.capnp".DiscrepancyAccepted;
  discrepancyCorrected @80 :import "source.capnp".DiscrepancyCorrected;
  discrepancyWithdrawn @81 :import "source.capnp".DiscrepancyWithdrawn;
  # statement.capnp
  pilotReported @82 :import "statement.capnp".PilotReported;
  commitmentDeclared @83 :import "statement.capnp".CommitmentDeclared;
  claimRecorded @84 :import "statement.capnp".ClaimRecorded;
  lessonRecorded @85 :import "statement.capnp".LessonRecorded;
  questionOpened @86 :import "statement.capnp".QuestionOpened;
  questionAnswered @87 :import "statement.capnp".QuestionAnswered;
  optionStated @88 :import "statement.capnp".OptionStated;
  constraintStated @89 :import "statement.capnp".ConstraintStated;
  dependencyStated @90 :import "statement.capnp".DependencyStated;
  positionStated @91 :import "statement.capnp".PositionStated;
  relationRecorded @92 :import "statement.capnp".RelationRecorded;
  agreementScopeAgreed @93 :import "statement.capnp".AgreementScopeAgreed;
  agreementLegalFormProposed @94 :import "statement.capnp".AgreementLegalFormProposed;
  # subject.capnp
  subjectKeyCreated @95 :import "subject.capnp".SubjectKeyCreated;
  subjectKeyDestroyed @96 :import "subject.capnp".SubjectKeyDestroyed;
}
