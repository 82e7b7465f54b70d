Council passes budget, library to close

ORRIN (Agency) - The council of Orrin passed a budget of $84 million on Thursday that closes the town's library and two of its five pools.

Members voted 19-12 after a debate that went on until midnight. All members of the Greens voted against the plan, and so did two of the Liberals.

Mayor Peter Ames said the town had no choice, since its income had fallen for three years in a row. "Nobody here likes what we have done," he said.

About 300 people stood in front of the town hall with candles and books. The library, a gift of the shipbuilder Karl Vane, was opened in 1904 and has been in the same house ever since.
