Court clears former treasurer of theft

By Nina Pell

KESSEL (Agency) - A court in Kessel on Monday acquitted the former treasurer of the sailors' union, Thomas Nash, of stealing from its pension fund.

Judge Clara Hale said the state had not shown that Nash knew of the payments, which came to 2.4 million crowns between 2015 and 2019. The money was sent to a firm in the capital that never had an office.

Nash, 61, wept when the judgment was read. His lawyer said he would ask for his pension, which the union stopped paying when he was charged.

Prosecutors have two weeks to appeal. The union's chairwoman, Greta Lind, said the judgment was a surprise and that the union would still try to get its money back.
