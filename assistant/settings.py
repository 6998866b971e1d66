"""Settings of answering."""

from pydantic import BaseModel, ConfigDict, Field


class AssistantSettings(BaseModel):
    """How much is looked at, how long an answer may be, when to say "not found"."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    hits: int = Field(30, ge=1, le=200, description="Passages fetched for a question.")
    hits_named: int = Field(
        15, ge=1, le=200, description="Passages fetched from documents that a question names."
    )
    passages_shown: int = Field(10, ge=1, le=50, description="Passages listed with an answer.")
    reranked: int = Field(12, ge=1, description="Candidates that the trained ranker looks at.")
    centres: int = Field(16, ge=1, description="Sentences that windows are built around.")
    considered: int = Field(30, ge=1, description="Candidates looked at after the best one.")
    most_pieces: int = Field(3, ge=1, description="Places an answer is taken from.")
    most_words: int = Field(95, ge=20, description="Words in an answer, lists apart.")
    score_gap: float = Field(2.0, ge=0, description="How much worse an added sentence may score.")
    tie: float = Field(1.5, ge=0, description="Candidates this close are both given.")
    ask_gap: float = Field(3.0, ge=0, description="How much worse a further ask may score.")
    least_gain: float = Field(0.25, ge=0, description="What an added sentence must add.")
    least_confidence: float = Field(
        0.38, ge=0, le=1, description="Below this confidence the answer is 'not found'."
    )
    longest_question: int = Field(4000, ge=100, description="Characters of a question read.")
