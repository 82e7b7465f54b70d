Owls beat Hawks 2-1 to reach final

By Sports Desk

The Owls beat the Hawks 2-1 on Saturday to reach the final of the Lake Cup for the first time since 1987.

Anna Holm put the Owls ahead in the tenth minute when she ran past two defenders and shot low into the corner. Erik Doyle made it one all before the break with a free kick from twenty metres.

The winner came five minutes from the end. Holm took the ball from a tired defence and passed to Nina Pell, who had come on late and had only to push it over the line.

"We did not play well and we won, and I have nothing to add to that," said the Owls' coach, Sam Hale. His team will meet Orla or Malm in the final on June 14.
