Holm Copper to open mine in northern hills

LUND - Holm Copper said on Tuesday it would open a mine in the hills north of Lund after a court threw out the last of the complaints against it.

The mine is to produce 40,000 tonnes of copper a year from 2027 and give work to 600 people, the company said. It will cost about 1.1 billion euros, a third of which comes from the state.

Herders who bring their deer to the hills in summer had fought the plan for eleven years. "They have the paper, but we have the land," said Maja Sund, who speaks for four villages.

Shares of Holm Copper rose 6 percent. The company has lost money in each of the past two years, and its chairman, Per Lind, is to step down in the spring.
